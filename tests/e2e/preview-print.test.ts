import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { pdfPictures } from '../documents/pdf-reader.ts'
import { launchTestBrowser, makePlace, openPage, startApp } from '../helpers/browser-app.ts'

// Preview, print and PDF are one: the page in the preview's frame, printed by the browser that shows it, is the file point for point.

const DPI = 72

/** The very document of the frame, printed as the browser prints that frame: the same origin, the same fonts, the same rules. */
async function printedFrame(context: BrowserContext, page: Page): Promise<Buffer> {
  const frame = page.locator('iframe.preview-frame')
  await frame.waitFor()
  const html = (await frame.getAttribute('srcdoc')) ?? ''
  const paper = await context.newPage()
  try {
    // The frame has the address of its page, and so the fonts come from there.
    await paper.goto(new URL('/', page.url()).href)
    await paper.setContent(html, { waitUntil: 'load' })
    await paper.evaluate(() => document.fonts.ready.then(() => null))
    return await paper.pdf({ preferCSSPageSize: true, printBackground: true })
  } finally {
    await paper.close()
  }
}

async function savedPdf(page: Page): Promise<Buffer> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '存为 PDF', exact: true }).click()
  return readFileSync(await (await download).path())
}

test('what is previewed is printed and kept as PDF, the same to the point', { timeout: 300_000 }, async () => {
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
  const { page, context } = await openPage(browser, app)
  await page.getByRole('link', { name: '打印与报送' }).first().waitFor()
  const goTo = (address: string) =>
    page.evaluate((hash) => {
      window.location.hash = hash
    }, address)

  const expectSame = async (what: string) => {
    const [printed, kept] = [
      pdfPictures(await printedFrame(context, page), { dpi: DPI }),
      pdfPictures(await savedPdf(page), { dpi: DPI }),
    ]
    expect(printed.length, what).toBe(kept.length)
    for (const [i, picture] of printed.entries())
      expect(picture.equals(kept[i] ?? Buffer.alloc(0)), `${what}, page ${i + 1}`).toBe(true)
    return kept.length
  }
  const choose = (name: string) => page.locator('label').filter({ hasText: name }).first().click()

  await goTo('/activities')
  await page.getByText('2025年第二季度支部党员大会').first().click()
  await page.waitForFunction(() => /activities\/[0-9a-f-]{36}/.test(window.location.hash))
  const id = /activities\/(?<id>[0-9a-f-]{36})/.exec(page.url())?.groups?.['id'] ?? ''
  await goTo(`/activities/${id}/preview`)
  const choices = [
    ['表格式', '办公字体'],
    ['公文式', '随附字体'],
  ] as const
  for (const [style, fonts] of choices) {
    await page.locator('iframe.preview-frame').waitFor()
    await choose(style)
    await choose(fonts)
    await page.waitForLoadState('networkidle')
    const css = fonts === '随附字体' ? '' : 'FangSong'
    await page.waitForFunction(
      ([look, family]) => {
        const html = document.querySelector<HTMLIFrameElement>('iframe.preview-frame')?.srcdoc ?? ''
        return html.includes(`class="paper ${look}`) && html.includes('FangSong') === (family !== '')
      },
      [style === '表格式' ? 'table' : 'official', css],
    )
    expect(await expectSame(`${style} ${fonts}`)).toBeGreaterThan(1)
  }
  for (const name of ['党员花名册', '党员出勤率统计表']) {
    await goTo('/packs')
    await page.getByRole('button', { name: `${name} 预览打印` }).click()
    await expectSame(name)
  }
})
