import { cpSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { launchTestBrowser, makePlace, openPage, startApp } from '../helpers/browser-app.ts'
import { goTo } from '../helpers/page-steps.ts'
import { openSample } from '../helpers/sample-app.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchTestBrowser()
})
afterAll(async () => {
  await browser.close()
})

const passphrase = 'correct horse 2026'

const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

/** Makes a pack of everything in 文档; answers its name. */
async function exportAll(page: Page, secret: string | null): Promise<string> {
  await goTo(page, '/packs')
  const own = card(page, '佐证材料包')
  await own.getByText('全部数据（换电脑、移交）').click()
  if (secret !== null) await own.getByLabel('口令').fill(secret)
  await own.getByRole('group', { name: '保存到' }).getByRole('button', { name: /文档/ }).click()
  await own.getByLabel('我已确认本次导出内容不含国家秘密').check()
  await own.getByRole('button', { name: '导出材料包' }).click()
  await own.getByText('写完后已逐个读回核对').waitFor()
  return (await own.locator('.pack-path').innerText()).split('/').at(-1) ?? ''
}

/** Looks at what a pack in 文档 would change. */
async function look(page: Page, pack: string) {
  await goTo(page, '/packs')
  const own = card(page, '导入材料包')
  await own.getByRole('button', { name: /文档/ }).click()
  await own.getByRole('button', { name: new RegExp(`${pack}\\b`) }).click()
  await own.getByRole('button', { name: '查看差别' }).click()
  await own.getByRole('button', { name: '导入', exact: true }).waitFor()
  return own
}

async function take(own: ReturnType<typeof card>) {
  await own.getByRole('button', { name: '导入', exact: true }).click()
  await own.getByText('✓ 已导入').waitFor()
  return await own.getByRole('status').innerText()
}

/** Unticks kinds one right after the other, faster than any list is made anew. */
async function untick(page: Page, kinds: readonly string[], records: number) {
  await goTo(page, '/packs')
  const own = card(page, '佐证材料包')
  await own.getByText('选择列入的记录和附件').click()
  for (const kind of kinds) await own.getByRole('checkbox', { name: new RegExp(`^${kind} `) }).click()
  await own.getByText(`${records} 份记录按选择没有列入`).waitFor()
  for (const kind of kinds)
    await expect.poll(() => own.getByRole('checkbox', { name: new RegExp(`^${kind} `) }).isChecked()).toBe(false)
  await own.getByText('选择列入的记录和附件').click()
}

it('carries a branch to a second computer and brings back what was changed there', async () => {
  const first = await openSample(browser)
  await untick(first.page, ['支部委员会会议', '党小组会'], 11 + 24)
  const pack = await exportAll(first.page, passphrase)
  const check = card(first.page, '校验')
  await check.getByRole('button', { name: /文档/ }).click()
  await check.getByRole('button', { name: new RegExp(pack) }).click()
  await check.getByRole('button', { name: '开始校验' }).click()
  await check.getByText('✓ 完好').waitFor()

  const place = makePlace()
  const app = await startApp(place)
  onTestFinished(async () => {
    await app.stop()
    place.remove()
  })
  const documentsOf = (home: string) => join(home, 'Documents')
  cpSync(join(documentsOf(first.place.home), pack), join(documentsOf(place.home), pack), { recursive: true })
  const second = await openPage(browser, app)
  await second.page.getByLabel('党支部名称').fill('新电脑上的支部')
  await second.page.getByRole('button', { name: '开始使用' }).click()
  await second.page.getByRole('link', { name: '首页' }).waitFor()
  const there = await look(second.page, pack)
  await there.getByText('导入后成为该支部的数据文件夹').waitFor()
  await there.getByLabel('移交包口令').fill('another passphrase')
  await there.getByRole('button', { name: '导入', exact: true }).click()
  await there.getByText('移交包的口令不对').waitFor()
  await there.getByLabel('移交包口令').fill(passphrase)
  await there.getByRole('button', { name: '查看差别' }).click()
  await there.getByRole('button', { name: '导入', exact: true }).waitFor()
  await expect.poll(() => there.getByText('移交包的口令不对').count()).toBe(0)
  expect(await take(there)).toMatch(/新增 \d{3} 条[\s\S]*不公开的内容：新增 [1-9]/)
  await second.page.getByRole('banner').getByText('某局机关第三党支部').waitFor()

  await goTo(second.page, '/activities')
  const title = '2025年第四季度支部党员大会'
  await second.page.getByRole('link', { name: title }).first().click()
  await second.page.getByLabel('地点').fill('局机关三楼会议室')
  await second.page.keyboard.press('Control+s')
  await second.page
    .getByText(/已保存/)
    .first()
    .waitFor()
  const back = await exportAll(second.page, null)
  expect(back).toBe(`${pack}_2`)

  cpSync(join(documentsOf(place.home), back), join(documentsOf(first.place.home), back), { recursive: true })
  const here = await look(first.page, back)
  const difference = here.getByRole('list', { name: '与本机不同的内容' }).getByRole('checkbox')
  await expect.poll(() => difference.count()).toBe(1)
  await difference.check()
  expect(await take(here)).toMatch(/新增 0 条，改动 1 条，保持不变 0 条/)
  await goTo(first.page, '/activities')
  await first.page.getByRole('link', { name: title }).first().click()
  await expect.poll(() => first.page.getByLabel('地点').inputValue()).toBe('局机关三楼会议室')

  // The pack that was made before the change: what is newer here stays.
  const old = await look(first.page, pack)
  await old.getByText('本机的较新，保持不变').waitFor()
  expect([...first.problems, ...second.problems]).toEqual([])
}, 180_000)
