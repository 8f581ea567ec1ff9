import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { openChromiumPrinter } from '#main/documents/chromium-printer.ts'
import { documentHtml } from '#main/documents/html.ts'
import { findBrowser } from '#main/platform/browser-finder.ts'
import { forms } from '../tests/documents/forms.ts'
import { pdfOutline, pdfPictures } from '../tests/documents/pdf-reader.ts'
import { launchTestBrowser, makePlace, openPage, startApp } from '../tests/helpers/browser-app.ts'

// Makes the pictures of docs/handbook.md anew: pages of paper, single and as spreads, and pages of the program, all from the
// sample branch. Needs a built program, a browser and poppler.

const folder = join(import.meta.dirname, '..', 'docs', 'pictures')
const DPI = 56
const GAP = 6
const GREY = 200

/** Pages side by side on grey ground, as an open book or a handful of papers lies on a desk. */
function besideEachOther(pictures: readonly Buffer[]): Buffer {
  const pages = pictures.map((picture) => PNG.sync.read(picture))
  const width = pages.reduce((sum, page) => sum + page.width + GAP, GAP)
  const height = Math.max(...pages.map((page) => page.height)) + 2 * GAP
  const desk = new PNG({ width, height, colorType: 0 })
  desk.data.fill(GREY)
  for (let i = 3; i < desk.data.length; i += 4) desk.data[i] = 255
  let left = GAP
  for (const page of pages) {
    PNG.bitblt(page, desk, 0, 0, page.width, page.height, left, GAP)
    left += page.width + GAP
  }
  return PNG.sync.write(desk, { colorType: 0 })
}

const keep = (name: string, picture: Buffer) => writeFileSync(join(folder, `${name}.png`), picture)

const found = findBrowser()
if (!found) throw new Error('a browser is needed: apt-get install chromium')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const empty = makePlace()
const demo = join(empty.folder, 'demo')
const place = { ...empty, ledger: join(demo, 'ledger') }
/** A command of the built program. */
const ledger = (...words: readonly string[]) =>
  execFileSync(process.execPath, [join(import.meta.dirname, '..', 'dist', 'main', 'cli.js'), ...words], { stdio: 'inherit' })
const pdf = openChromiumPrinter(found.path)
try {
  ledger('demo', '--out', demo)

  const print = async (names: readonly string[], pagesOf = 1) => {
    const pictures: Buffer[] = []
    for (const name of names) {
      const form = forms.find((each) => each.name === name)
      if (!form) throw new Error(`no form ${name}`)
      const html = documentHtml(form.models, { style: form.style ?? 'official', fonts: 'bundled' })
      pictures.push(...pdfPictures(await pdf.print(html), { dpi: DPI, isGray: true }).slice(0, pagesOf))
    }
    return besideEachOther(pictures)
  }
  keep('paper-minutes', await print(['minutes-table', 'minutes-official']))
  keep('paper-minutes-spread', await print(['minutes-official'], 2))
  keep('paper-before', await print(['paper-notice', 'paper-signInSheet', 'paper-agenda']))
  keep('paper-votes', await print(['paper-ballots', 'paper-tally', 'election-ballots']))
  keep('paper-lists', await print(['follow-ups', 'paper-guidance']))
  keep('paper-hand-in', await print(['sign-in-filled', 'inspection', 'receipt', 'handover']))
  keep('paper-registers', await print(['roster', 'register']))

  const bookFile = join(place.folder, 'book.pdf')
  ledger('--ledger', place.ledger, 'handbook', '--year', '2025', '--fonts', 'bundled', '--out', bookFile)
  const book = readFileSync(bookFile)
  const pages = pdfPictures(book, { dpi: DPI, isGray: true })
  const pageOf = (text: string) => pdfOutline(book).find((entry) => entry.text.includes(text))?.page ?? 1
  const spread = (...numbers: number[]) => besideEachOther(numbers.flatMap((number) => pages[number - 1] ?? []))
  keep('book-front', spread(1, 3, pageOf('支部委员会和党小组')))
  // Left the back of a leaf, right the front of the next: as the open book shows them.
  keep('book-spread', spread(pageOf('2025年第二季度支部党员大会记录') + 1, pageOf('2025年第二季度支部党员大会记录') + 2))
  keep('book-tables', spread(pageOf('“三会一课”统计表'), pageOf('党员出勤率统计表')))

  const app = await startApp(place)
  const browser = await launchTestBrowser()
  try {
    const { page } = await openPage(browser, app)
    const shoot = async (name: string, hash: string, before: () => Promise<unknown> = async () => undefined) => {
      await page.evaluate((to) => {
        window.location.hash = to
      }, hash)
      await page.waitForLoadState('networkidle')
      await before()
      await page.waitForTimeout(1500)
      // Half the size of a PNG of the same screen.
      writeFileSync(join(folder, `${name}.jpg`), await page.screenshot({ type: 'jpeg', quality: 75 }))
    }
    await page.getByRole('link', { name: '打印与报送' }).first().waitFor()
    await shoot('screen-start', '/')
    await shoot('screen-prepare', '/plans/prepare')
    await shoot('screen-record', '/activities/new')
    await shoot('screen-list', '/activities')
    await shoot('screen-preview', '/activities', async () => {
      await page.getByText('2025年第二季度支部党员大会').first().click()
      await page.waitForFunction(() => /activities\/[0-9a-f-]{36}/.test(window.location.hash + window.location.pathname))
      const id = /activities\/(?<id>[0-9a-f-]{36})/.exec(page.url())?.groups?.['id'] ?? ''
      await page.evaluate((to) => {
        window.location.hash = `/activities/${to}/preview`
      }, id)
      await page.locator('iframe').waitFor()
    })
    await shoot('screen-print', '/packs')
    await shoot('screen-inspection', '/inspection')
    await shoot('screen-members', '/members')
  } finally {
    await browser.close()
    await app.stop()
  }
} finally {
  await pdf.close()
  place.remove()
}
