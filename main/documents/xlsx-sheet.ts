import writeXlsxFile, { type Row, type SheetData } from 'write-excel-file/node'
import { printSetup } from './xlsx-print.ts'

const line = { borderColor: '#000000', borderStyle: 'thin' } as const

/** How a cell of a table with rules looks: centred, with a thin line round it. */
export const middle = { align: 'center', alignVertical: 'center', ...line } as const

/** Text stays text, also when it begins with = + - or @: the type is declared, never guessed. */
export const textCell = (value: string, style: object = middle) => ({ type: String, value, ...style })

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
    heads.map((head) => textCell(head, { ...middle, fontWeight: 'bold', wrap: true })),
    ...rows,
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
