import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as xlsx from '@e965/xlsx'

/** A cell of a test sheet; an object is handed to the spreadsheet library as it is (formulas, formats). */
export type TestCell = string | number | boolean | null | xlsx.CellObject

export interface TestSheet {
  readonly name?: string
  readonly rows: readonly (readonly TestCell[])[]
  readonly merges?: readonly string[]
  readonly date1904?: boolean
}

/** Writes a real workbook into `folder` and answers its path; the kind of file follows from the name. */
export function writeWorkbook(folder: string, name: string, ...sheets: TestSheet[]): string {
  const book = xlsx.utils.book_new()
  for (const [index, sheet] of sheets.entries()) {
    const made = xlsx.utils.aoa_to_sheet(sheet.rows.map((row) => [...row]) as unknown[][])
    made['!merges'] = (sheet.merges ?? []).map((range) => xlsx.utils.decode_range(range))
    xlsx.utils.book_append_sheet(book, made, sheet.name ?? `Sheet${index + 1}`)
  }
  if (sheets.some((sheet) => sheet.date1904)) book.Workbook = { WBProps: { date1904: true } }
  const path = join(folder, name)
  const bookType = name.endsWith('.xls') ? 'biff8' : name.endsWith('.csv') ? 'csv' : 'xlsx'
  writeFileSync(path, xlsx.write(book, { type: 'buffer', bookType }) as Buffer)
  return path
}

/** A date cell as Excel writes it. */
export const dateCell = (serial: number, format = 'yyyy-mm-dd'): xlsx.CellObject => ({ t: 'n', v: serial, z: format })
