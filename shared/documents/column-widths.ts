import type { DocumentModel, TableBlock } from './model.ts'
import { cellsOf } from './model.ts'
import { widthOf } from './text-width.ts'

// A date, a 记录编号, a time, a number: torn over two lines they are misread. 第一党小组 would make every row of a list two lines high.
const whole =
  /^\p{Script=Han}{1,4}党小组$|（?\d{4}年\d{1,2}月\d{1,2}日）?|\d{4}-\p{Script=Han}+-\d{2,}|\d{1,2}:\d{2}(?:—\d{1,2}:\d{2})?|[\dA-Za-z.-]{2,20}/gu

// A cell of so few characters is one word: 序号, 责任人, 第一小组.
const WORD = 4
// Space left and right of the text of a cell, with its lines, in characters.
const PADDING = 0.9

/** Characters a column needs so that none of these texts is torn where it must not be. */
function needOf(texts: readonly string[]): number {
  const pieces = texts.flatMap((text) => ([...text].length <= WORD ? [text] : [...text.matchAll(whole)].map(([piece]) => piece)))
  return pieces.length > 0 ? Math.max(...pieces.map(widthOf)) + PADDING : 0
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)

/** Takes `amount` from the widths, from each in proportion to what it can spare. */
function take(widths: readonly number[], spare: readonly number[], amount: number): number[] {
  const total = sumOf(spare)
  return total === 0 ? [...widths] : widths.map((width, i) => width - ((spare[i] ?? 0) * amount) / total)
}

/**
 * The table with columns wide enough for the dates, numbers and short words in them. What they take is given first by columns
 * wider than their longest text, then by the others, each as far as it can; an empty column is room to write and no waste.
 * Where there is no room for all, the widths stay as they are.
 *
 * @param room width of the table in characters of its text
 */
export function fitColumns(table: TableBlock, room: number): TableBlock {
  const { head, rows, widths = head.map(() => 1) } = table
  const total = sumOf(widths)
  const given = widths.map((width) => (width / total) * room)
  const cells = rows.filter((row) => !('band' in row)).map(cellsOf)
  const columns = head.map((text, i) => [text, ...cells.map((row) => row[i] ?? '')])
  const needs = columns.map(needOf)
  const widthAt = (i: number) => given[i] ?? 0
  const lacking = sumOf(needs.map((need, i) => Math.max(0, need - widthAt(i))))
  const grown = needs.map((need, i) => Math.max(need, widthAt(i)))
  const spare = needs.map((need, i) => Math.max(0, widthAt(i) - need))
  if (lacking === 0 || lacking > sumOf(spare)) return table
  const unused = columns.map(([, ...texts], i) =>
    texts.every((text) => text === '')
      ? 0
      : Math.min(spare[i] ?? 0, Math.max(0, widthAt(i) - Math.max(...texts.map(widthOf)) - PADDING)),
  )
  const first = Math.min(lacking, sumOf(unused))
  const once = take(grown, unused, first)
  const left = spare.map((width, i) => width - (grown[i] ?? 0) + (once[i] ?? 0))
  return { ...table, widths: take(once, left, lacking - first) }
}

/** The paper with every table of its text fitted. @param roomOf as `room` of `fitColumns`, for each table */
export const withFittedTables = (model: DocumentModel, roomOf: (table: TableBlock) => number): DocumentModel => ({
  ...model,
  body: model.body.map((block) => (block.kind === 'table' ? fitColumns(block, roomOf(block)) : block)),
})
