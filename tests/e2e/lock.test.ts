import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchTestBrowser } from '../helpers/browser-app.ts'
import { openSample } from '../helpers/sample-app.ts'

const passphrase = '晴天 walking 42'

let browser: Browser

beforeAll(async () => {
  browser = await launchTestBrowser()
})
afterAll(async () => {
  await browser.close()
})

describe('the lock', () => {
  it('is set up with its printed code, locks by the keyboard, shows nothing, and opens by passphrase and by code', async () => {
    const { page, problems } = await openSample(browser)
    const origin = new URL(page.url()).origin

    await page.goto(`${origin}/#/settings/lock`)
    await page.getByLabel('新口令', { exact: true }).fill(passphrase)
    await page.getByLabel('再输一次新口令').fill('晴天 walking 43')
    await page.getByRole('button', { name: '设置口令' }).click()
    await page.getByText('两次输入的口令不一样').waitFor()
    await page.getByLabel('再输一次新口令').fill(passphrase)
    await page.getByRole('button', { name: '设置口令' }).click()

    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    const code = (await dialog.getByRole('list', { name: '恢复码' }).getByRole('listitem').allTextContents()).join('-')
    expect(code).toMatch(/^(\w{5}-){5}\w{5}$/)
    const download = page.waitForEvent('download')
    await dialog.getByRole('button', { name: '打印用 PDF' }).click()
    expect((await download).suggestedFilename()).toContain('恢复码')
    await dialog.getByRole('checkbox').check()
    await dialog.getByRole('button', { name: '完成' }).click()

    await page.goto(`${origin}/#/members`)
    await page.getByText('某局机关第三党支部').first().waitFor()
    await page.keyboard.press('Control+Shift+L')
    await page.getByRole('heading', { name: '已锁定' }).waitFor()
    expect(await page.content()).not.toContain('某局机关第三党支部')
    const refused = await page.evaluate(async () => {
      const answer = await fetch('/rpc/members/all', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ json: {} }),
      })
      return { status: answer.status, text: await answer.text() }
    })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('LEDGER_LOCKED')

    await page.getByLabel('口令', { exact: true }).fill('不是这个口令')
    await page.keyboard.press('Enter')
    await page.getByText('口令不对').waitFor()
    await page.getByLabel('口令', { exact: true }).fill(passphrase)
    await page.keyboard.press('Enter')
    await page.getByText('某局机关第三党支部').first().waitFor()

    await page.getByRole('button', { name: '锁定' }).click()
    await page.getByRole('button', { name: /忘记口令/ }).click()
    await page.getByLabel('恢复码').fill(code.toLowerCase())
    await page.getByLabel('新口令', { exact: true }).fill('新的口令 two')
    await page.getByLabel('再输一次新口令').fill('新的口令 two')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByRole('checkbox').check()
    await page.getByRole('dialog').getByRole('button', { name: '完成' }).click()
    await page.getByText('某局机关第三党支部').first().waitFor()
    expect(problems).toEqual([])
  })

  it('keeps an unsaved change of a sealed text, and leaves no draft in the store of the window', async () => {
    const { page, problems } = await openSample(browser)
    const origin = new URL(page.url()).origin
    const call = (path: string, input: object) =>
      page.evaluate(
        async ([to, json]) => {
          const headers = { 'content-type': 'application/json' }
          const answer = await fetch(`/rpc/${to}`, { method: 'POST', headers, body: JSON.stringify({ json }) })
          return (await answer.json()).json
        },
        [path, input] as const,
      )
    await call('lock/set', { passphrase })
    const title = '谈一次话'
    const people = [
      { personId: null, name: '钱二', role: 'talker' },
      { personId: null, name: '赵一', role: 'partner' },
    ]
    const record = {
      kind: 'heartToHeartTalk',
      date: '2025-05-20',
      title,
      people,
      content: { reason: 'regular' },
      sealed: { points: '原来的谈话' },
    }
    const saved = await call('dossier/save', record)
    const { id } = saved
    expect(saved).toMatchObject({ id: expect.any(String) })
    await page.evaluate(() => window.localStorage.setItem('branch-handbook.draft.left', '{"at":"2025","content":"留在窗口里的"}'))
    await page.reload()
    await page.getByText('近期要办').first().waitFor()
    await page.goto(`${origin}/#/activities/new`)
    await page.getByLabel('地点').first().fill('三楼没有保存的会议室')
    const stored = () => page.evaluate(() => Object.keys(window.localStorage).filter((key) => key.includes('draft')))
    expect(await stored()).toEqual([])

    await page.goto(`${origin}/#/records/${id}`)
    await page.getByRole('button', { name: '查看或修改' }).click()
    const text = page.locator('.dossier-sealed textarea').first()
    await text.fill('没有保存的谈话要点')
    await page.keyboard.press('Control+Shift+L')
    await page.getByRole('heading', { name: '已锁定' }).waitFor()
    expect(await page.content()).not.toContain('没有保存的谈话要点')
    expect(await stored()).toEqual([])

    await page.getByLabel('口令', { exact: true }).fill(passphrase)
    await page.keyboard.press('Enter')
    await text.waitFor()
    await expect.poll(() => text.inputValue()).toBe('没有保存的谈话要点')
    // Looked at once by the button, and once more by taking the draft up again.
    expect(await call('lock/accesses', {})).toHaveLength(2)
    expect(await call('dossier/unseal', { id })).toEqual({ points: '原来的谈话' })

    await page.goto(`${origin}/#/activities/new`)
    await page
      .getByLabel('添加附件')
      .setInputFiles({ name: '会议照片.txt', mimeType: 'text/plain', buffer: Buffer.from('只给支部看的') })
    await page.getByRole('checkbox', { name: '附件会议照片.txt不公开' }).click()
    await page.getByText('不公开的附件不进佐证材料').waitFor()
    expect(problems).toEqual([])
  })
})
