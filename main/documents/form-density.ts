import type { Block, DocumentModel, Field } from '#shared/documents/model.ts'
import { cellsOf } from '#shared/documents/model.ts'
import { widthOf } from '#shared/documents/text-width.ts'

/** Heights in points, those of `resources/print/table.css`. */
interface Density {
  readonly fact: number
  readonly factPadding: number
  readonly line: number
  readonly signature: number
  /** What keeping lines together may leave empty at the end of the page. */
  readonly left: number
}
const usual: Density = { fact: 29.8, factPadding: 8.8, line: 24, signature: 52.8, left: 40 }
const close: Density = { fact: 25.5, factPadding: 4.8, line: 21, signature: 39.8, left: 0 }

const PAGE = 697
const TITLE = 44
const FACT_LINE = 20
/** Above and below the text of the open cell, on every page. */
const OPEN_PADDING = 14
const ROW = 20.5
const LINE_CHARACTERS = 31.4
const DATA_CHARACTERS = 40
/** Characters on a line of a value: alone in its row, else of the first and of the second. */
const ALONE = 28.8
const BESIDE = [11.1, 9.2] as const
/** A longer label takes two lines: 应到会有表决权的党员. */
const LABEL = 7
/** A longer record does not begin with its last page in mind. */
const PAGES = 3

const factLines = (row: readonly Field[]) =>
  Math.max(
    ...row.map(({ label, value }, i) => {
      const room = row.length === 1 ? ALONE : (BESIDE[i] ?? ALONE)
      return Math.max(Math.ceil(widthOf(value) / room), [...label].length > LABEL ? 2 : 1)
    }),
  )

const linesOf = (text: string, indent: number) => Math.max(1, Math.ceil((widthOf(text) + indent) / LINE_CHARACTERS))

function tableHeight({ head, rows, widths = head.map(() => 1) }: Extract<Block, { kind: 'table' }>): number {
  const total = widths.reduce((sum, width) => sum + width, 0)
  const room = (i: number) => Math.max(1, (DATA_CHARACTERS * (widths[i] ?? 1)) / total - 1)
  const lines = rows.map((row) => {
    const cells = cellsOf(row)
    return 'band' in row ? 1 : Math.max(1, ...cells.map((text, i) => Math.ceil(widthOf(text) / room(i))))
  })
  return ROW + lines.reduce((sum, count) => sum + ROW + (count - 1) * 16, 0)
}

function blockHeight(block: Block, line: number): number {
  switch (block.kind) {
    case 'fields':
      return line * block.lines.length
    case 'label':
      return line * (linesOf(`${block.label}：${block.text}`, 0) + (block.blankLines ?? 0))
    case 'heading':
      return line * linesOf(block.text, 2)
    case 'paragraph':
      return line * linesOf(block.text, block.isFlush ? 0 : 2 + (block.indent ?? 0) * 2)
    case 'table':
      return tableHeight(block)
    default:
      return line
  }
}

/** Points that a text takes in the open cell, set as usual. */
export const textHeight = (body: readonly Block[]): number => body.reduce((sum, block) => sum + blockHeight(block, usual.line), 0)

function pagesOf(body: readonly Block[], rows: readonly (readonly Field[])[], above: number, density: Density): number {
  const { fact, factPadding, line, signature, left } = density
  const facts = rows.map((row) => Math.max(fact, factLines(row) * FACT_LINE + factPadding))
  const text = body.reduce((sum, block) => sum + blockHeight(block, line), 0)
  // The name and the heading of the open cell are rows of one line.
  const form = 2 * fact + facts.reduce((sum, height) => sum + height, 0)
  return Math.max(1, Math.ceil((above + TITLE + form + text + signature + left) / (PAGE - OPEN_PADDING)))
}

/**
 * Whether a form is set closer: its last page would hold a line or two and the line to sign, and closer it is a page less.
 *
 * @param above points above the form on its first page
 */
export function isSetCloser({ body }: Pick<DocumentModel, 'body'>, rows: readonly (readonly Field[])[], above = 0): boolean {
  const pages = pagesOf(body, rows, above, usual)
  return pages > 1 && pages <= PAGES && pagesOf(body, rows, above, close) < pages
}
