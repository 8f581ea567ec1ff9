import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { openChromiumPrinter } from '#main/documents/chromium-printer.ts'
import { documentHtml } from '#main/documents/html.ts'
import { findBrowser } from '#main/platform/browser-finder.ts'
import { titleText } from '#shared/documents/model.ts'
import { forms } from '../tests/documents/forms.ts'
import { pdfOutline, pdfPictures } from '../tests/documents/pdf-reader.ts'
import { launchTestBrowser, makePlace, openPage, startApp } from '../tests/helpers/browser-app.ts'

// Makes the pictures of docs/handbook.md anew: pages of paper, single and as spreads, and pages of the program, all from the
// sample branch. Needs a built program, a browser and poppler.

const folder = join(import.meta.dirname, '..', 'docs', 'pictures')
const DPI = 56
const GALLERY_DPI = 34
const IN_A_ROW = 5
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

/** Pictures of the handbook's text, each with the forms shown on it; a spread shows two pages. */
const groups: Record<string, readonly string[]> = {
  'paper-minutes': ['minutes-table', 'minutes-official'],
  'paper-minutes-spread': ['minutes-official'],
  'paper-before': ['paper-notice', 'paper-signInSheet', 'paper-agenda'],
  'paper-votes': ['paper-ballots', 'paper-tally', 'election-ballots'],
  'paper-lists': ['follow-ups', 'paper-guidance'],
  'paper-hand-in': ['sign-in-filled', 'inspection', 'receipt', 'handover'],
  'paper-registers': ['roster', 'register'],
}

const keep = (name: string, picture: Buffer) => writeFileSync(join(folder, `${name}.png`), picture)

/** Small pictures in rows, and the page of the documentation that lists them. */
const gallery = {
  row: [] as { title: string; pictures: readonly Buffer[] }[],
  lines: [
    '# 打印样张一览',
    '',
    '单位、人名都是示例。本页和图由 `node scripts/make-pictures.ts` 重新生成；较大的样张在[使用说明](handbook.md)里。',
    '',
  ],
  count: 0,
  add(title: string, pictures: readonly Buffer[]) {
    this.row.push({ title, pictures })
    if (this.row.reduce((sum, each) => sum + each.pictures.length, 0) >= IN_A_ROW) this.flush()
  },
  flush() {
    if (this.row.length === 0) return
    this.count += 1
    const name = `form-${String(this.count).padStart(2, '0')}`
    keep(name, besideEachOther(this.row.flatMap(({ pictures }) => pictures)))
    const titles = this.row.map(({ title }) => title).join('、')
    this.lines.push(`${titles}：`, '', `![${titles}](pictures/${name}.png)`, '')
    this.row = []
  },
  finish() {
    this.flush()
    writeFileSync(join(folder, '..', 'papers.md'), `${this.lines.join('\n').trimEnd()}\n`)
  },
}

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

  const pagesOf = async (name: string, count: number, dpi = DPI) => {
    const form = forms.find((each) => each.name === name)
    if (!form) throw new Error(`no form ${name}`)
    const html = documentHtml(form.models, { style: form.style ?? 'official', fonts: 'bundled', isBook: form.isBook ?? false })
    return pdfPictures(await pdf.print(html), { dpi, isGray: true }).slice(0, count)
  }
  for (const [name, shown] of Object.entries(groups)) {
    const pictures: Buffer[] = []
    for (const form of shown) pictures.push(...(await pagesOf(form, name.endsWith('-spread') ? 2 : 1)))
    keep(name, besideEachOther(pictures))
  }
  // The rest in small: every form there is, two pages where it has them.
  const inGroups = new Set(Object.values(groups).flat())
  for (const form of forms)
    if (!inGroups.has(form.name)) gallery.add(titleText(form.models[0] ?? { title: [] }), await pagesOf(form.name, 2, GALLERY_DPI))

  const bookFile = join(place.folder, 'book.pdf')
  ledger('--ledger', place.ledger, 'handbook', '--year', '2025', '--fonts', 'bundled', '--out', bookFile)
  const book = readFileSync(bookFile)
  const pages = pdfPictures(book, { dpi: DPI, isGray: true })
  const pageOf = (text: string) => pdfOutline(book).find((entry) => entry.text.includes(text))?.page ?? 1
  const spread = (...numbers: number[]) => besideEachOther(numbers.flatMap((number) => pages[number - 1] ?? []))
  keep('book-front', spread(1, 3, pageOf('支部委员会和党小组')))
  // Left the back of a leaf, right the front of the next: as the open book shows them.
  keep('book-spread', spread(pageOf('2025年第二季度支部党员大会记录') + 1, pageOf('2025年第二季度支部党员大会记录') + 2))
  // One paper of every section: each kind of record and table in the form it has in the book.
  const small = pdfPictures(book, { dpi: GALLERY_DPI, isGray: true })
  for (const { text, page } of pdfOutline(book).filter(({ depth }) => depth === 0))
    gallery.add(
      text,
      [small[page - 1]].filter((picture) => picture !== undefined),
    )
  gallery.finish()
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
