import type { RowRemark } from './schema.ts'
import { type Cell, cellAt, type SheetRow } from './sheet.ts'
import { columnName, type SheetHeader } from './sheet-columns.ts'

/** The remarks of an import while it is being read. */
export interface Remarks {
  skip(row: number, reason: string): void
  warn(row: number, reason: string): void
  readonly skipped: RowRemark[]
  readonly warnings: RowRemark[]
}

export function newRemarks(): Remarks {
  const skipped: RowRemark[] = []
  const warnings: RowRemark[] = []
  return {
    skipped,
    warnings,
    skip: (row, reason) => skipped.push({ row, reason }),
    warn: (row, reason) => warnings.push({ row, reason }),
  }
}

/** Remarks in the order of the sheet. */
export function byRow(remarks: readonly RowRemark[]): RowRemark[] {
  return remarks.toSorted((a, b) => a.row - b.row)
}

/** Reads the cells of one row by our own column names. */
export interface RowReader<K extends string> {
  readonly row: number
  cell(key: K): Cell
  text(key: K): string
}

export function rowReader<K extends string>(header: SheetHeader<K>, row: SheetRow): RowReader<K> {
  const cell = (key: K) => cellAt(row, header.columns[key])
  return { row: row.row, cell, text: (key) => cell(key).text }
}

/** Says once for a row which of its cells hold formulas, errors or numbers that lost figures. */
export function warnAboutCells<K extends string>(
  header: SheetHeader<K>,
  row: SheetRow,
  remarks: Remarks,
  ignored: readonly K[],
): void {
  const keys = (Object.keys(header.columns) as K[]).filter((key) => !ignored.includes(key))
  const named = (test: (cell: Cell) => boolean) =>
    keys.filter((key) => test(cellAt(row, header.columns[key]))).map((key) => columnName(header, key))
  const calculated = named((cell) => cell.formula === 'calculated')
  const empty = named((cell) => cell.kind === 'error')
  if (calculated.length > 0) remarks.warn(row.row, `${calculated.join('、')}是公式，已按表中保存的结果读取，请核对`)
  if (empty.length > 0) remarks.warn(row.row, `${empty.join('、')}是没有结果的公式或错误值，按空白处理`)
}

/** 合计, 总计, 共14人: a row that sums up the others. */
export function isSumRow(row: SheetRow): boolean {
  const filled = row.cells.filter((cell) => cell.text !== '' && !cell.isMergedDown).slice(0, 3)
  return filled.some((cell) => /^(合\s*计|总\s*计|小\s*计|共\s*计|累\s*计|汇\s*总)|^共\s*\d+\s*[人次场项]/.test(cell.text))
}

/** 注：…, 填表人：…: the lines below a table. */
export function isNoteText(text: string): boolean {
  return (
    /^(备?注|说明|填表|制表|审核|审批|负责|经办|联系|打印|填报|单位|日期)[^：:]{0,6}[：:]/.test(text) ||
    /^(注|备注|说明)$/.test(text)
  )
}
