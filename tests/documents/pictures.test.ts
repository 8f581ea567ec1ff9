import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import { afterAll, describe, expect, it } from 'vitest'
import { openChromiumPrinter } from '#main/documents/chromium-printer.ts'
import { documentHtml } from '#main/documents/html.ts'
import { findBrowser } from '#main/platform/browser-finder.ts'
import type { TableKind } from '#shared/documents/contract.ts'
import type { PaperKind } from '#shared/documents/papers/kinds.ts'
import type { RecordPaper } from '#shared/documents/papers/record-papers.ts'
import type { RatingPaper } from '#shared/rating/contract.ts'
import { forms } from './forms.ts'
import { pdfPictures } from './pdf-reader.ts'

const browser = findBrowser()
if (!browser) throw new Error('these tests print with Chromium: apt-get install chromium poppler-utils')
const printer = openChromiumPrinter(browser.path)
afterAll(() => printer.close())

// A form that was changed on purpose gets its new picture with UPDATE_PICTURES=1; look at it before it is kept.
const isUpdating = process.env['UPDATE_PICTURES'] === '1'
const folder = join(import.meta.dirname, 'pictures')

// Enough to see what stands where; small enough to be kept.
const DPI = 36
const PAGES = 2
/** Share of pixels that may differ: other versions of the reader smooth letters differently. */
const TOLERANCE = 0.002

/** The picture of each paper there is; the compiler asks for one with every new kind. */
const shownBy: Record<PaperKind | RecordPaper | TableKind | RatingPaper, string> = {
  notice: 'paper-notice',
  signInSheet: 'paper-signInSheet',
  agenda: 'paper-agenda',
  ballots: 'paper-ballots',
  tally: 'paper-tally',
  appraisalSheets: 'appraisal-sheet',
  appraisalSummary: 'appraisal-summary',
  rectificationList: 'rectification-list',
  guidance: 'paper-guidance',
  admissionNotice: 'admission-notice',
  conversionNotice: 'conversion-notice',
  electionRequest: 'election-request-blank',
  electionMethod: 'election-method-blank',
  electionReport: 'election-report-blank',
  opinionSummary: 'opinions-gathered',
  collectionList: 'collection',
  appraisalOpinion: 'appraisal-opinion',
  personalOpinions: 'appraisal-opinion-person',
  year: 'table-year',
  attendance: 'table-attendance',
  hours: 'table-hours',
  roster: 'roster',
  report: 'rating-report',
  scoreSheet: 'rating-score-sheet',
}

function differenceOf(picture: Buffer, golden: Buffer): number {
  const [a, b] = [PNG.sync.read(picture), PNG.sync.read(golden)]
  if (a.width !== b.width || a.height !== b.height) return 1
  return pixelmatch(a.data, b.data, undefined, a.width, a.height, { threshold: 0.15, includeAA: true }) / (a.width * a.height)
}

describe('pictures of the forms', () => {
  it.each(forms)('are those that were looked at: $name', async ({ name, models, style = 'official', isBook = false }) => {
    const pdf = await printer.print(documentHtml(models, { style, fonts: 'bundled', isBook }))
    const pictures = pdfPictures(pdf, { dpi: DPI, isGray: true }).slice(0, isBook ? 3 : PAGES)
    for (const [i, picture] of pictures.entries()) {
      const file = join(folder, `${name}-${i + 1}.png`)
      if (isUpdating) {
        mkdirSync(folder, { recursive: true })
        writeFileSync(file, picture)
      }
      expect(differenceOf(picture, readFileSync(file)), `${name}, page ${i + 1}`).toBeLessThan(TOLERANCE)
    }
  })

  it('are there for every paper', () => {
    const names = new Set(forms.map(({ name }) => name))
    expect(names.size).toBe(forms.length)
    expect(Object.values(shownBy).filter((name) => !names.has(name))).toEqual([])
    const files = forms.flatMap(({ name }) => (existsSync(join(folder, `${name}-1.png`)) ? [] : [name]))
    expect(files).toEqual([])
  })

  it('would tell lines that are missing', () => {
    const golden = PNG.sync.read(readFileSync(join(folder, 'minutes-official-1.png')))
    const changed = Buffer.from(golden.data)
    // Two lines of text gone: 20 mm of the page are white.
    const from = Math.round(golden.height * 0.5) * golden.width * 4
    changed.fill(255, from, from + Math.round((20 / 297) * golden.height) * golden.width * 4)
    const picture = PNG.sync.write(Object.assign(new PNG({ width: golden.width, height: golden.height }), { data: changed }))
    expect(differenceOf(picture, PNG.sync.write(golden))).toBeGreaterThan(TOLERANCE)
  })
})
