import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { Dossier } from '#shared/dossier/schema.ts'
import { duesLines } from '#shared/dues/dues.ts'
import { launchTestBrowser, makePlace, openPage, startApp } from '../helpers/browser-app.ts'
import { ask, choose, field, goTo } from '../helpers/page-steps.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchTestBrowser()
})
afterAll(async () => {
  await browser.close()
})

describe('what was typed and not saved', () => {
  it('comes back after the program was killed: ticks of the dues table, a talk begun by initials', async () => {
    const place = makePlace()
    const first = await startApp(place)
    onTestFinished(() => place.remove())
    const before = await openPage(browser, first)
    await before.page.getByRole('button', { name: /示例/ }).click()
    await before.page.getByText('近期要办').first().waitFor()
    await choose(before.page, '年度', '2025')
    await goTo(before.page, '/dues')
    await before.page.getByLabel('张三12月已交').uncheck()
    await before.page.getByText('草稿已自动保存').waitFor()
    await goTo(before.page, '/records/new?kind=heartToHeartTalk')
    await field(before.page, '谈话人').click()
    await field(before.page, '谈话人').pressSequentially('zs')
    await before.page.getByTitle('张三').first().waitFor()
    await field(before.page, '谈话人').press('Enter')
    await field(before.page, '谈话地点').fill('二楼小会议室')
    await before.page.getByText('草稿已自动保存').waitFor()
    await first.kill()
    await before.context.close()

    const again = await startApp(place)
    onTestFinished(() => again.stop())
    const { page, context, problems } = await openPage(browser, again)
    onTestFinished(() => context.close())
    await page.getByText('近期要办').first().waitFor()
    await goTo(page, '/records/new?kind=heartToHeartTalk')
    await page.getByText('已恢复未保存的内容').waitFor()
    await expect.poll(() => field(page, '谈话地点').inputValue()).toBe('二楼小会议室')
    await page.getByTitle('张三').first().waitFor()
    await page.getByRole('button', { name: '放弃' }).click()
    await page.getByText('已恢复未保存的内容').waitFor({ state: 'hidden' })
    await expect.poll(() => field(page, '谈话地点').inputValue()).toBe('')

    await choose(page, '年度', '2025')
    await goTo(page, '/dues')
    await page.getByText('已恢复未保存的内容').waitFor()
    await expect.poll(() => page.getByLabel('张三12月已交').isChecked()).toBe(false)
    await page.getByText('还没有交：').waitFor()
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('已保存', { exact: true }).waitFor()
    await page.getByText('已恢复未保存的内容').waitFor({ state: 'hidden' })
    const [kept] = await ask<Dossier[]>(page, 'dossier/list', { year: 2025, kinds: ['partyDues'] })
    expect(duesLines(kept?.content ?? {}).find(({ name }) => name === '张三')?.paid).not.toContain(12)
    expect(problems).toEqual([])
  }, 120_000)
})
