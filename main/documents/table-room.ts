import type { TableBlock } from '#shared/documents/model.ts'
import { type Look, textWidth } from './html-pages.ts'

// So many columns that only a smaller size keeps most cells on one line.
const DENSE = 6

export const isDense = (head: readonly string[]): boolean => head.length >= DENSE

/** Millimetres of a point. */
export const POINT_MM = 25.4 / 72
/** The open cell of 表格式 keeps 9 pt on either side. */
const CELL_PADDING_MM = 19 * POINT_MM

/** Width of a table of this paper in characters of its text: the sizes of `resources/print`. */
export function tableRoom(look: Look, { head, isSmall }: TableBlock): number {
  const points = isSmall ? 9 : look === 'wide' || (isDense(head) && look !== 'sheet') ? 10.5 : 12
  return (textWidth(look) - (look === 'table' ? CELL_PADDING_MM : 0)) / (points * POINT_MM)
}
