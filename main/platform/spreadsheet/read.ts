import { readFile, stat } from 'node:fs/promises'
import * as xlsx from '@e965/xlsx'
import type { Sheet, SheetRow } from '#shared/files/sheet.ts'
import { emptyCell } from '#shared/files/sheet.ts'
import { AppError } from '#shared/kernel/errors.ts'
import type { StagedPath } from '../../files/staging.ts'
import { cellOf, textCell } from './cells.ts'
import { decodeText, parseCsv } from './csv.ts'
import { storedZip } from './stored-zip.ts'
import { trimWorksheet } from './worksheet-xml.ts'
import { xmlParts, ZipRefused } from './zip-entries.ts'

/** Rows with content that a sheet may have. */
export const maxSheetRows = 20_000
const MAX_COLUMNS = 200
const MAX_OCTETS = 20 * 1024 ** 2
const ZIP = Buffer.from('PK\u0003\u0004', 'latin1')
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/**
 * Reads the sheets of an .xlsx, .xls or .csv file, visible ones only, in their order. What the file is follows from its
 * content; only a .csv goes by its name.
 *
 * @throws AppError FILE_UNREADABLE, FILE_TOO_LARGE, SHEET_NOT_A_WORKBOOK, SHEET_EMPTY
 */
export async function readWorkbook(file: Pick<StagedPath, 'path' | 'name'>): Promise<Sheet[]> {
  const data = await readBounded(file)
  const isCsv = /\.csv$/i.test(file.name)
  const sheets = data.subarray(0, 4).equals(ZIP)
    ? await readXlsx(data, file.name)
    : data.subarray(0, 8).equals(COMPOUND)
      ? readWith(data, file.name)
      : isCsv
        ? readCsv(data, file.name)
        : refuse(file.name, 'notASpreadsheet')
  const filled = sheets.filter((sheet) => sheet.rows.length > 0)
  if (filled.length === 0) throw new AppError('SHEET_EMPTY', { file: file.name })
  return filled
}

/**
 * Picks the first sheet for which `find` answers something.
 *
 * @throws AppError SHEET_NO_HEADER naming the columns that were looked for, SHEET_TOO_MANY_ROWS
 */
export function pickSheet<T>(
  sheets: readonly Sheet[],
  columns: string,
  find: (sheet: Sheet) => T | null,
): { readonly sheet: Sheet; readonly found: T } {
  for (const sheet of sheets) {
    const found = find(sheet)
    if (found === null) continue
    if (sheet.rows.length > maxSheetRows) throw tooMany(sheet)
    return { sheet, found }
  }
  const overlong = sheets.find((sheet) => sheet.rows.length > maxSheetRows)
  if (overlong) throw tooMany(overlong)
  throw new AppError('SHEET_NO_HEADER', {
    file: sheets[0]?.file,
    sheet: sheets.map((sheet) => sheet.name).join('、'),
    column: columns,
  })
}

const tooMany = (sheet: Sheet) => new AppError('SHEET_TOO_MANY_ROWS', { file: sheet.file, sheet: sheet.name, limit: maxSheetRows })

const reasons = {
  notASpreadsheet: undefined,
  encrypted: '文件设有打开密码，请取消密码后再试。',
  damaged: '文件已经损坏，或者没有下载完整。',
} as const

function refuse(file: string, reason: keyof typeof reasons, cause?: unknown): never {
  throw new AppError('SHEET_NOT_A_WORKBOOK', { file, reason: reasons[reason] }, { cause })
}

async function readBounded(file: Pick<StagedPath, 'path' | 'name'>): Promise<Buffer> {
  let data: Buffer
  try {
    if ((await stat(file.path)).size > MAX_OCTETS) throw new AppError('FILE_TOO_LARGE', { file: file.name, limit: '20 MB' })
    data = await readFile(file.path)
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('FILE_UNREADABLE', { file: file.name }, { cause: error })
  }
  if (data.length === 0) throw new AppError('SHEET_EMPTY', { file: file.name })
  return data
}

async function readXlsx(data: Buffer, file: string): Promise<Sheet[]> {
  let parts: Awaited<ReturnType<typeof xmlParts>>
  try {
    parts = await xmlParts(data)
  } catch (error) {
    if (!(error instanceof ZipRefused)) refuse(file, 'damaged', error)
    if (error.reason === 'encrypted') refuse(file, 'encrypted', error)
    throw new AppError('FILE_TOO_LARGE', { file, limit: '200 MB' }, { cause: error })
  }
  if (!parts.some((part) => /^\/?xl\/.*\.xml$/i.test(part.name))) refuse(file, 'notASpreadsheet')
  // The parser gets a file made anew of the parts that were counted: it can meet nothing that was not looked at.
  const checked = parts.map(({ name, content }) => {
    const isSheet = /(^|\/)xl\/worksheets\/[^/]+\.xml$/i.test(name)
    return { name, content: isSheet ? Buffer.from(trimWorksheet(content.toString('latin1'), maxSheetRows).xml, 'latin1') : content }
  })
  return readWith(storedZip(checked), file)
}

function readWith(data: Buffer, file: string): Sheet[] {
  let book: xlsx.WorkBook
  try {
    book = xlsx.read(data, { type: 'buffer', dense: true, cellNF: true, cellText: false, cellHTML: false, nodim: true })
  } catch (error) {
    const isProtected = error instanceof Error && /password|encrypt/i.test(error.message)
    return refuse(file, isProtected ? 'encrypted' : 'damaged', error)
  }
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  const isVisible = (index: number) => (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) === 0
  const names = book.SheetNames.filter((_, index) => isVisible(index))
  return names.flatMap((name) => {
    const sheet = book.Sheets[name]
    return sheet ? [{ file, name, date1904, rows: rowsOf(sheet, date1904) }] : []
  })
}

function rowsOf(sheet: xlsx.WorkSheet, date1904: boolean): SheetRow[] {
  const data = (sheet['!data'] ?? []) as (xlsx.CellObject | undefined)[][]
  const rows = new Map<number, SheetRow>()
  // `forEach` leaves holes out: row numbers may be far apart.
  data.forEach((source, index) => {
    if (!source || rows.size > maxSheetRows) return
    const cells = Array.from(source.slice(0, MAX_COLUMNS), (cell) => cellOf(cell, date1904))
    if (cells.some((cell) => cell.kind !== 'empty')) rows.set(index, { row: index + 1, cells })
  })
  for (const { s, e } of sheet['!merges'] ?? []) {
    const top = rows.get(s.r)?.cells[s.c]
    if (s.c !== e.c || s.c >= MAX_COLUMNS || e.r <= s.r || !top || top.kind === 'empty') continue
    for (let index = s.r + 1; index <= Math.min(e.r, s.r + maxSheetRows); index++) {
      const row = rows.get(index)
      if (!row || (row.cells[s.c]?.kind ?? 'empty') !== 'empty') continue
      const cells = Array.from({ length: Math.max(row.cells.length, s.c + 1) }, (_, column) => row.cells[column] ?? emptyCell)
      cells[s.c] = { ...top, isMergedDown: true }
      rows.set(index, { ...row, cells })
    }
  }
  return [...rows.values()].toSorted((a, b) => a.row - b.row)
}

function readCsv(data: Buffer, file: string): Sheet[] {
  const text = decodeText(data)
  if (text === null) return refuse(file, 'notASpreadsheet')
  const rows = parseCsv(text, maxSheetRows * 2).map((fields, index) => ({
    row: index + 1,
    cells: fields.slice(0, MAX_COLUMNS).map(textCell),
  }))
  return [{ file, name: file, date1904: false, rows: rows.filter((row) => row.cells.some((cell) => cell.kind !== 'empty')) }]
}
