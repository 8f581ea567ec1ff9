import { afterAll, describe, expect, it } from 'vitest'
import { openChromiumPrinter } from '#main/documents/chromium-printer.ts'
import { documentHtml } from '#main/documents/html.ts'
import { pdfPageCount } from '#main/documents/pdf-pages.ts'
import { findBrowser } from '#main/platform/browser-finder.ts'
import { type Block, type DocumentModel, type Layout, paper } from '#shared/documents/model.ts'
import { pdfPages } from './pdf-reader.ts'

// Where the text ends within a pixel of the page's lower edge, Chromium draws an empty page after it unless it is kept from it.

const browser = findBrowser()
if (!browser) throw new Error('these tests print with Chromium: apt-get install chromium poppler-utils')
const printer = openChromiumPrinter(browser.path)
afterAll(() => printer.close())

const STEP = 1 / 4
const rows = (count: number): Block => ({
  kind: 'table',
  head: ['序号', '内容'],
  rows: Array.from({ length: count }, (_, i) => [String(i + 1), '有一项']),
})
const line: Block = { kind: 'paragraph', text: '最后一行。' }
const endings: Record<string, Pick<DocumentModel, 'body' | 'signatures'>> = {
  'a line to sign below a table and a remark': { body: [rows(9), line], signatures: ['经办人（签字）', '党支部书记（签字）'] },
  'a short table': { body: [line, rows(3)], signatures: [] },
  'a line of text': { body: [rows(9), line], signatures: [] },
  'room to write and a line to sign': {
    body: [rows(9), { kind: 'label', label: '小结', text: '', blankLines: 2 }],
    signatures: ['记录人（签字）'],
  },
}
const record = { layout: 'record', formTitle: '工作记录', titleLabel: '名称', bodyLabel: '内容' } as const

type Look = 'wide' | 'sheet' | 'letter' | 'table' | 'official'
function htmlOf(look: Look, ending: Pick<DocumentModel, 'body' | 'signatures'>) {
  const isRecord = look === 'table' || look === 'official'
  const given = paper(isRecord ? 'letter' : (look satisfies Layout), { title: ['一张表'], ...ending })
  return documentHtml(isRecord ? { ...given, ...record } : given, {
    style: look === 'table' ? 'table' : 'official',
    fonts: 'bundled',
  })
}

describe('the last page of a paper printed alone', () => {
  it.each(['wide', 'sheet', 'letter', 'table', 'official'] as const)(
    'bears text wherever on the page the text ends (%s)',
    { timeout: 240_000 },
    async (look) => {
      for (const [name, ending] of Object.entries(endings)) {
        // A record always ends with its line to sign.
        if (look === 'table' && ending.signatures.length === 0) continue
        const html = htmlOf(look, ending)
        // What stands before the text; in 表格式 the cell with the text is as high as its page allows, so it is in there.
        const place = look === 'table' ? '.strut + *' : '.paper'
        const print = (before: number) =>
          printer.print(html.replace('</style>', `${place} { padding-top: ${before}px; }\n</style>`))
        let fits = 0
        let breaks = 1200
        while (breaks - fits > STEP) {
          const middle = (fits + breaks) / 2
          if (pdfPageCount(await print(middle)) > 1) breaks = middle
          else fits = middle
        }
        for (let before = breaks; before < breaks + 1.25; before += STEP) {
          const last = pdfPages(await print(before)).at(-1) ?? ''
          expect(last.replace(/—\s*\d+\s*—/, '').trim(), `${name}, ${before} px above it`).not.toBe('')
        }
      }
    },
  )
})
