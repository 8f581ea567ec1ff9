/** What kind of value a cell holds. `error`: #REF! and the like, or a formula that was never calculated. */
export type CellKind = 'empty' | 'text' | 'number' | 'date' | 'boolean' | 'error'

/** One cell, as its reader would say it aloud. */
export interface Cell {
  /** Dates as `YYYY-MM-DD`, with ` HH:mm` when they carry a time; times alone as `HH:mm`; numbers without exponent. */
  readonly text: string
  readonly kind: CellKind
  /** `calculated`: the text is the result that was stored with the formula; `uncalculated`: there is none. */
  readonly formula?: 'calculated' | 'uncalculated'
  /** The number has more figures than a spreadsheet keeps: the last ones are lost. */
  readonly isRounded?: boolean
  /** The cell is the lower part of cells merged downwards; its text is that of the topmost one. */
  readonly isMergedDown?: boolean
}

/** A row that has at least one cell with content. */
export interface SheetRow {
  /** The row number that the spreadsheet program shows, from 1. */
  readonly row: number
  /** By column from A; columns without content may be missing at the end. */
  readonly cells: readonly Cell[]
}

/** One sheet of a workbook, with the file it comes from. */
export interface Sheet {
  readonly file: string
  readonly name: string
  /** The workbook counts its days from 1904. */
  readonly date1904: boolean
  readonly rows: readonly SheetRow[]
}

export const emptyCell: Cell = { text: '', kind: 'empty' }

/** The cell in a column, counted from 0. */
export function cellAt(row: SheetRow, column: number | undefined): Cell {
  return column === undefined ? emptyCell : (row.cells[column] ?? emptyCell)
}

/** 0 → A, 26 → AA. */
export function columnLetter(column: number): string {
  const rest = Math.floor(column / 26)
  return `${rest === 0 ? '' : columnLetter(rest - 1)}${String.fromCharCode(65 + (column % 26))}`
}
