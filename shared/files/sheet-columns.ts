import { halfWidth } from '../kernel/width.ts'
import { type Cell, cellAt, columnLetter, type Sheet, type SheetRow } from './sheet.ts'

/** The names under which a column is known, by our own name for it. */
export type ColumnAliases<K extends string> = Readonly<Record<K, readonly string[]>>

/** Where the header of a sheet stands and which column is which. */
export interface SheetHeader<K extends string> {
  readonly columns: Partial<Record<K, number>>
  /** The header as it is written, by our own name. */
  readonly labels: Partial<Record<K, string>>
  /** Rows below the header. */
  readonly rows: readonly SheetRow[]
}

const ROWS_SEARCHED = 15

/** A header as it is compared: no white space or line breaks, no star, nothing in brackets at the end, half-width. */
export function plainHeader(text: string): string {
  const flat = halfWidth(text).replace(/[\s*:]+/g, '')
  const withoutNote = flat.replace(/\([^()]*\)$/, '')
  return (withoutNote === '' ? flat : withoutNote).toLowerCase()
}

function keysByAlias<K extends string>(aliases: ColumnAliases<K>): Map<string, K> {
  const found = new Map<string, K>()
  for (const key of Object.keys(aliases) as K[]) for (const alias of aliases[key]) found.set(plainHeader(alias), key)
  return found
}

/** A header may carry brackets of its own: 会议（活动）名称; so the text is tried with them and without. */
function keyOf<K extends string>(byAlias: ReadonlyMap<string, K>, cell: Cell): K | undefined {
  if (cell.kind !== 'text' || cell.isMergedDown) return undefined
  return (
    byAlias.get(
      halfWidth(cell.text)
        .replace(/[\s*:]+/g, '')
        .toLowerCase(),
    ) ?? byAlias.get(plainHeader(cell.text))
  )
}

/**
 * Finds the header in the first rows of a sheet: the row that names one column of each choice in `required` and most
 * columns in all.
 * A second header row below it (联系电话 → 手机号, 固定电话) says more about its columns and wins there.
 *
 * @returns null when no row names the required columns
 */
export function findHeader<K extends string>(
  sheet: Sheet,
  aliases: ColumnAliases<K>,
  required: readonly (readonly K[])[],
): SheetHeader<K> | null {
  const byAlias = keysByAlias(aliases)
  const read = (row: SheetRow) => row.cells.map((cell) => keyOf(byAlias, cell))
  const candidates = sheet.rows.filter(({ row }) => row <= ROWS_SEARCHED || row <= (sheet.rows[0]?.row ?? 0) + ROWS_SEARCHED)
  let best: { readonly index: number; readonly count: number } | null = null
  for (const [index, row] of candidates.entries()) {
    const keys = new Set(read(row).filter((key) => key !== undefined))
    if (!required.every((choice) => choice.some((key) => keys.has(key)))) continue
    if (best === null || keys.size > best.count) best = { index, count: keys.size }
  }
  if (best === null) return null
  const first = sheet.rows[best.index] as SheetRow
  const columns: Partial<Record<K, number>> = {}
  const labels: Partial<Record<K, string>> = {}
  const take = (row: SheetRow, taken: ReadonlySet<number>) => {
    for (const [column, key] of read(row).entries()) {
      if (key === undefined || taken.has(column) || columns[key] !== undefined) continue
      columns[key] = column
      labels[key] = cellAt(row, column).text.replace(/\s+/g, '')
    }
  }
  const second = sheet.rows[best.index + 1]
  const isSecond = second !== undefined && isSecondHeader(second, first, read(second), read(first), required.flat())
  if (isSecond) take(second, new Set())
  take(first, new Set(isSecond ? read(second).flatMap((key, column) => (key === undefined ? [] : [column])) : []))
  return { columns, labels, rows: sheet.rows.slice(best.index + (isSecond ? 2 : 1)) }
}

/** A second header row names a column, holds nothing below a required one, and nothing that is not text. */
function isSecondHeader<K extends string>(
  row: SheetRow,
  above: SheetRow,
  keys: readonly (K | undefined)[],
  keysAbove: readonly (K | undefined)[],
  required: readonly K[],
): boolean {
  if (!keys.some((key) => key !== undefined)) return false
  return row.cells.every((cell, column) => {
    if (cell.text === '' || cell.isMergedDown) return true
    const key = keysAbove[column]
    if (key !== undefined && required.includes(key)) return keys[column] === key && cell.text === cellAt(above, column).text
    return cell.kind === 'text' && (keys[column] !== undefined || key === undefined)
  })
}

/** 「出生日期」（G 列） for a message about a cell. */
export function columnName<K extends string>(header: SheetHeader<K>, key: K): string {
  const column = header.columns[key]
  return `「${header.labels[key] ?? key}」${column === undefined ? '' : `（${columnLetter(column)} 列）`}`
}
