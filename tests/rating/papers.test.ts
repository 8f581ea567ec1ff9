import { read, utils } from '@e965/xlsx'
import { afterAll, describe, expect, test } from 'vitest'
import { openChromiumPrinter } from '#main/documents/chromium-printer.ts'
import { findBrowser } from '#main/platform/browser-finder.ts'
import { inProcessClient } from '#main/shells/in-process.ts'
import type { RatingPaper } from '#shared/rating/contract.ts'
import { hasOffice, openedByOffice } from '../documents/office-reader.ts'
import { pdfInfo, pdfPages } from '../documents/pdf-reader.ts'
import { squeezed } from '../documents/sample-branch.ts'
import { testClock, testCore } from '../helpers/ledger.ts'

const browser = findBrowser()
if (!browser) throw new Error('these tests print with Chromium: apt-get install chromium poppler-utils')
const printer = openChromiumPrinter(browser.path)
afterAll(() => printer.close())

const patience = 240_000

/** The sample year, self-assessed but for what needs a person, and how a paper of it is made. */
async function assessed() {
  const core = testCore({ clock: testClock('2026-01-10') })
  const client = inProcessClient({ ...core, pdf: printer })
  await client.ledger.create({ sample: true })
  const { revision } = await client.rating.confirmProposed({ year: 2025, revision: 0 })
  const { self, report, result } = await client.rating.get({ year: 2025 })
  await client.rating.saveProgress({
    year: 2025,
    revision,
    status: 'selfAssessment',
    self: { ...self, from: '2026-01-05', to: '2026-01-08', persons: ['张三', '李四'], summary: '8月全员外出调研。\n=1+1' },
    report,
    result,
  })
  const rating = await client.rating.get({ year: 2025 })
  const make = async (paper: RatingPaper, format: 'pdf' | 'docx' | 'xlsx') => {
    const { token } = await client.rating.makePaper({ year: 2025, paper, format, fonts: 'bundled' })
    return core.outbox.find(token).content
  }
  return { rating, make }
}

type Assessed = Awaited<ReturnType<typeof assessed>>

function expectScoreSheet(pdf: Uint8Array, { lines, scheme, score }: Assessed['rating']) {
  const pages = pdfPages(pdf, 'raw').map(squeezed)
  const text = pages.join('')
  // The head on every page, every indicator, the notice; the lines to sign on the page of the total.
  for (const page of pages) expect(page).toContain('编号指标分值自评得分依据说明复核得分')
  for (const { code, name } of lines) expect(text.replace(/—\d+—/g, '')).toContain(squeezed(`${code}${name}`))
  expect(text.replace(/—\d+—/g, '')).toContain(squeezed(scheme.notice))
  expect(text).toContain('自评日期：2026年1月8日')
  const last = pages.at(-1)
  for (const words of [`合计${score.total}分`, '自评人：', '支部书记：', '复核人：']) expect(last).toContain(words)
  const [width = 0, height = 0] = (pdfInfo(pdf)['Page size'] ?? '').match(/[\d.]+/g)?.map(Number) ?? []
  expect(width).toBeGreaterThan(height)
}

function expectReport(pdf: Uint8Array, { scheme, score }: Assessed['rating']) {
  const pages = pdfPages(pdf, 'raw').map((page) => squeezed(page).replace(/—\d+—/g, ''))
  const text = pages.join('')
  for (const words of [
    '自评报告',
    '参加自评的有张三、李四',
    `合计${score.total}分`,
    'B3支部委员会会议：2.7分（满分3分），8月未记录支部委员会会议。',
    '8月全员外出调研。',
    '=1+1',
    squeezed(scheme.notice),
  ])
    expect(text).toContain(words)
  // 署名 is never alone on its page.
  const last = pages.at(-1) ?? ''
  expect(last.indexOf('2026年1月8日')).toBeGreaterThan('中共某局机关第三支部委员会'.length)
  expect(last.replace(/中共某局机关第三支部委员会2026年1月8日$/, '')).not.toBe('')
}

describe('printed', () => {
  test(
    'the score sheet lies across the page, the report is a letter',
    async () => {
      const { rating, make } = await assessed()
      expectScoreSheet(await make('scoreSheet', 'pdf'), rating)
      expectReport(await make('report', 'pdf'), rating)
    },
    patience,
  )

  test('as XLSX: points are numbers, text is text, the notice and the lines to sign stand below', async () => {
    const { rating, make } = await assessed()
    const { Sheets, SheetNames } = read(await make('scoreSheet', 'xlsx'), { cellStyles: true })
    const sheet = Sheets[SheetNames[0] ?? ''] ?? {}
    const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: '' })
    const row = rows.find(([code]) => code === 'B3')
    expect(row?.slice(0, 4)).toEqual(['B3', '支部委员会会议', 3, 2.7])
    expect(rows.filter(([code]) => rating.lines.some((line) => line.code === code))).toHaveLength(50)
    const text = rows.flat().join('')
    for (const words of [rating.scheme.notice, '自评日期：2026年1月8日', '自评人：', '复核人：']) expect(text).toContain(words)
    // Rows of long text are as high as it needs: no office program raises them by itself.
    const heights = (sheet['!rows'] ?? []).flatMap((each) => each?.hpt ?? [])
    expect(Math.max(...heights)).toBeGreaterThan(30)
  })
})

describe.skipIf(!hasOffice())('in LibreOffice', () => {
  test(
    'DOCX and XLSX have the same words on the same kind of page',
    async () => {
      const { rating, make } = await assessed()
      expectScoreSheet(openedByOffice(await make('scoreSheet', 'docx'), 'docx', 'pdf'), rating)
      expectReport(openedByOffice(await make('report', 'docx'), 'docx', 'pdf'), rating)
      const pages = pdfPages(openedByOffice(await make('scoreSheet', 'xlsx'), 'xlsx', 'pdf'), 'raw').map(squeezed)
      for (const page of pages) expect(page).toContain('复核得分')
      expect(pages.join('')).toContain(squeezed(rating.scheme.notice))
    },
    patience,
  )
})
