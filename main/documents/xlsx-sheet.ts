import writeXlsxFile, { type Row, type SheetData } from 'write-excel-file/node'
import { printSetup } from './xlsx-print.ts'

const line = { borderColor: '#000000', borderStyle: 'thin' } as const

/** How a cell of a table with rules looks: centred, with a thin line round it. */
export const middle = { align: 'center', alignVertical: 'center', ...line } as const

/** Text stays text, also when it begins with = + - or @: the type is declared, never guessed. */
export const textCell = (value: string, style: object = middle) => ({ type: String, value, ...style })

const unitsOf = (text: string) => [...text].reduce((sum, sign) => sum + (/[\u0020-\u007e]/.test(sign) ? 1 : 2), 0)

/** Lines a text takes in a column of that many characters. */
const linesOf = (text: string, width: number) =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((unitsOf(line) + 1) / (width - 2))), 0)

/** A row in which every wrapped text is seen whole: not every office program raises the rows of a file by itself. */
export function raised(row: Row, widths: readonly number[]): Row {
  const cells = [...row]
  const isSet = cells.some((cell) => typeof cell === 'object' && cell !== null && 'height' in cell && cell.height !== undefined)
  const lines = cells.map((cell, at) =>
    typeof cell === 'object' && cell !== null && 'wrap' in cell && cell.wrap && typeof cell.value === 'string'
      ? linesOf(cell.value, widths[at] ?? 10)
      : 1,
  )
  const most = Math.max(1, ...lines)
  const [first, ...others] = cells
  if (isSet || typeof first !== 'object' || first === null) return row
  return [{ ...first, height: 6 + 15 * most } as typeof first, ...others]
}

interface YearSheet {
  readonly year: number
  readonly title: string
  readonly heads: readonly string[]
  /** In characters, one for each head. */
  readonly widths: readonly number[]
  readonly rows: SheetData
  /** One remark below, over the whole width. */
  readonly foot: string
  /** Columns that stay in sight. */
  readonly stickyColumns: number
}

/** A table of a year under its title: A4 landscape, one page wide, title and head on every page. */
export async function yearSheetXlsx({ year, title, heads, widths, rows, foot, stickyColumns }: YearSheet): Promise<Uint8Array> {
  const wide = (value: string, style: object): Row => [textCell(value, { ...style, columnSpan: heads.length })]
  const data: SheetData = [
    wide(title, { align: 'center', alignVertical: 'center', fontSize: 18, height: 36 }),
    raised(
      heads.map((head) => textCell(head, { ...middle, fontWeight: 'bold', wrap: true })),
      widths,
    ),
    ...rows.map((row) => raised(row, widths)),
    wide(foot, { align: 'left', alignVertical: 'center', wrap: true, height: 32 }),
  ]
  const sheet = `${year}年`
  const buffer = await writeXlsxFile(
    data,
    {
      sheet,
      orientation: 'landscape',
      stickyRowsCount: 2,
      stickyColumnsCount: stickyColumns,
      columns: widths.map((width) => ({ width })),
    },
    {
      fontFamily: '宋体',
      fontSize: 11,
      features: [printSetup({ sheet, columns: heads.length, rows: data.length, titleRows: 2 })],
    },
  ).toBuffer()
  return new Uint8Array(buffer)
}
