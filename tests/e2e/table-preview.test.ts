import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { read } from '@e965/xlsx'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { pdfPages } from '../documents/pdf-reader.ts'
import { launchTestBrowser, makePlace, openPage, startApp } from '../helpers/browser-app.ts'

// The tables of a year have the same preview as minutes: what is shown is what is printed and what becomes the PDF.

const letters = (text: string) => [...text.replace(/—\s*\d+\s*—/g, '').replace(/\s/g, '')].toSorted().join('')

const fileOf = async (page: Page, button: string) => {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: button, exact: true }).click()
  const file = await download
  return { name: file.suggestedFilename(), content: readFileSync(await file.path()) }
}

test('tables and records are looked at before they are printed, and kept as PDF, Word and Excel', {
  timeout: 300_000,
}, async () => {
  const place = makePlace()
  onTestFinished(place.remove)
  const demo = join(place.folder, 'demo')
  execFileSync(process.execPath, [resolve(import.meta.dirname, '../../dist/main/cli.js'), 'demo', '--out', demo], {
    stdio: 'ignore',
  })
  const browser = await launchTestBrowser()
  onTestFinished(() => browser.close())
  const app = await startApp({ ...place, ledger: join(demo, 'ledger') })
  onTestFinished(app.stop)
  const { page, problems } = await openPage(browser, app)
  const goTo = (address: string) =>
    page.evaluate((hash) => {
      window.location.hash = hash
    }, address)
  const shots = process.env['SCREENSHOTS']
  await page.getByRole('link', { name: '打印与报送' }).first().waitFor()

  const tables = { '“三会一课”统计表': '三会一课', 党员出勤率统计表: '出勤率', 党员学时统计表: '学时', 党员花名册: '党员花名册' }
  for (const [name, title] of Object.entries(tables)) {
    await goTo('/packs')
    await page.getByRole('button', { name: `${name} 预览打印` }).click()
    const paper = page.frameLocator('iframe.preview-frame')
    await paper.locator('table').first().waitFor()
    const shown = await paper.locator('body').innerText()
    expect(shown).toContain(title)
    if (shots) await page.screenshot({ path: join(shots, `${title}.png`) })
    const pdf = await fileOf(page, '存为 PDF')
    expect(pdf.name).toMatch(/\.pdf$/)
    // Heads of a table are printed on every page: compared on the first, and as a whole where there is one.
    const printed = pdfPages(pdf.content)
    if (printed.length === 1) expect(letters(printed[0] ?? '')).toBe(letters(shown))
    else expect(letters(shown).length).toBeLessThanOrEqual(letters(printed.join('')).length)
    expect((await fileOf(page, '存为 Word')).content.subarray(0, 2).toString()).toBe('PK')
    expect(read((await fileOf(page, '存为 Excel')).content).SheetNames.length).toBeGreaterThan(0)
    // The main button prints the very frame that is shown.
    await page.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>('iframe.preview-frame')?.contentWindow
      if (frame) frame.print = () => (document.body.dataset['printed'] = frame.document.title)
    })
    await page.getByRole('button', { name: '打印', exact: true }).click()
    expect(await page.evaluate(() => document.body.dataset['printed'])).toContain(title)
  }

  // From the page of the numbers too, and for a record.
  await goTo('/summary')
  await page.getByRole('button', { name: '预览打印' }).click()
  await page.frameLocator('iframe.preview-frame').getByText('支部党员大会').first().waitFor()
  await goTo('/records/kind/annualPlan')
  await page.locator('table a, .ant-table a').first().click()
  await page.getByRole('button', { name: '预览打印' }).click()
  await page.frameLocator('iframe.preview-frame').locator('h1').first().waitFor()
  if (shots) await page.screenshot({ path: join(shots, 'record.png') })
  await page.getByRole('button', { name: '返回记录' }).click()
  await page.getByRole('button', { name: '保存', exact: true }).waitFor()
  expect(problems).toEqual([])
})
