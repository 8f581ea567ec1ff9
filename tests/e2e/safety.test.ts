import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { launchTestBrowser, makePlace, openPage, startApp } from '../helpers/browser-app.ts'

test('backs up to another folder, checks itself, and comes back from damage at the stop screen', { timeout: 180_000 }, async () => {
  const place = makePlace()
  onTestFinished(place.remove)
  const browser = await launchTestBrowser()
  onTestFinished(() => browser.close())
  const app = await startApp(place)
  onTestFinished(app.stop)
  const { page, problems } = await openPage(browser, app)
  await page.getByRole('button', { name: '用示例支部试一试' }).click()
  await page.getByRole('link', { name: '还没有备份' }).click()
  await page.getByRole('button', { name: '开始自检' }).click()
  await page.getByText('✓ 没有发现问题').waitFor()
  await page.getByRole('group', { name: '备份到' }).getByRole('button', { name: /文档/ }).click()
  await page.getByRole('button', { name: '备份', exact: true }).click()
  await page.getByText('已备份并读回核对').waitFor()
  expect(readdirSync(join(place.home, 'Documents'))).toHaveLength(1)
  expect(problems).toEqual([])
  await page.close()
  await app.stop()

  const file = join(place.ledger, 'ledger.sqlite')
  writeFileSync(file, readFileSync(file).fill(0x41, 4096))
  const again = await startApp(place)
  onTestFinished(again.stop)
  const second = await openPage(browser, again)
  await second.page.getByRole('heading', { name: '数据已损坏，没有打开' }).waitFor()
  await second.page
    .getByRole('button', { name: /^恢复 .* 的备份$/ })
    .first()
    .click()
  await second.page.getByRole('dialog').getByRole('button', { name: '恢复', exact: true }).click()
  await second.page.getByRole('link', { name: /已备份$/ }).waitFor()
  expect(readdirSync(place.ledger).some((name) => name.startsWith('damaged-'))).toBe(true)
})
