import type { Field } from '#shared/documents/model.ts'
import { widthOf } from '#shared/documents/text-width.ts'

/** Rows of the form: two facts share one, a wide one or one left over takes it alone. */
export function formRows(fields: readonly Field[]): Field[][] {
  const rows: Field[][] = []
  let open: Field[] | null = null
  for (const field of fields) {
    if (field.wide) {
      rows.push([field])
      open = null
    } else if (open) {
      open.push(field)
      open = null
    } else {
      open = [field]
      rows.push(open)
    }
  }
  return rows
}

/** Points by which the name fits on one line of its cell (361 pt less padding and lines), within readable sizes. */
export function nameSize(name: string): { points: number; wraps: boolean } {
  const points = Math.min(14, Math.floor((348 / widthOf(name)) * 4) / 4)
  return points >= 9 ? { points, wraps: false } : { points: 12, wraps: true }
}

/** Shares of the four columns: the first holds 缺席人员及原因 on one line, the third 表决权的党员, the second a time with its day. */
export const formColumns = [0.215, 0.32, 0.19, 0.275] as const

// Characters that fit on a line of a value: in a cell of its own row, and in the narrower of two.
const WIDE = 28
const NARROW = 9
const LINE_MM = 7.06
/** A row of the form is at least so high. */
export const ROW_MM = 10.5
/** What a page holds for the rows of facts and the open cell, less title, name, heading row and the line to sign. */
const PAGE_MM = 246 - 16 - 2 * ROW_MM - 24

/** The heading of a section of a book takes this much from the page it stands on. */
export const SECTION_MM = 14

/** Lines that a row of facts takes at most: of two, one may have a label of two lines. */
const mostLines = (row: readonly Field[]): number =>
  Math.max(...row.map(({ value }) => Math.ceil(widthOf(value) / (row.length === 1 ? WIDE : NARROW))), row.length > 1 ? 2 : 1)

/**
 * Millimetres the open cell takes at least: the 12 cm of the form, but never more than the rest of its page. A cell that
 * reached over the page's end with nothing in it would leave the line to sign alone on the next one.
 *
 * @param above what stands above the form on its first page, in millimetres
 */
export function openCellHeight(rows: readonly (readonly Field[])[], above = 0): number {
  const facts = rows.map((row) => Math.max(ROW_MM, mostLines(row) * LINE_MM + 4))
  return Math.max(0, Math.min(120, Math.floor(PAGE_MM - above - facts.reduce((sum, height) => sum + height, 0))))
}
