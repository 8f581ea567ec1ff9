import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchTestBrowser } from '../helpers/browser-app.ts'
import { openSample } from '../helpers/sample-app.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchTestBrowser()
})
afterAll(async () => {
  await browser.close()
})

describe('looking things up', () => {
  it('finds by Ctrl+K, finalizes, asks for the reason of a change, and points out the gaps', async () => {
    const { page, problems } = await openSample(browser)

    await page.keyboard.press('Control+k')
    await page.keyboard.type('zs 转正')
    await page.keyboard.press('Enter')
    const hits = page.getByRole('list', { name: '搜索结果' })
    await hits.waitFor()
    await expect.poll(() => hits.locator('mark').allTextContents()).toEqual(expect.arrayContaining(['张三', '转正']))

    await hits.getByRole('link', { name: '2025年第二季度支部党员大会' }).click()
    await page.getByRole('button', { name: '修改记录' }).click()
    await page.getByRole('button', { name: '定稿' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '定稿' }).click()
    await page.locator('.finalized').waitFor()
    await page.getByRole('button', { name: '返回' }).click()

    await page.getByLabel('地点').first().fill('三楼会议室')
    await page.keyboard.press('Control+s')
    await page.getByLabel('修改理由').fill('地点写错')
    await page.getByRole('button', { name: '保存修改' }).click()
    await page.getByText('已保存').first().waitFor()
    await page.getByRole('button', { name: '修改记录' }).click()
    await page.getByText('修改会议记录：地点写错').waitFor()
    await expect.poll(() => page.locator('del').first().textContent()).toBe('局机关二楼会议室')

    await page.getByRole('link', { name: '打印与报送' }).click()
    await page.getByRole('button', { name: '开始自查' }).click()
    await page.getByText('2025年支部委员会会议：8月未记录。').waitFor()
    expect(problems).toEqual([])
  })
})
