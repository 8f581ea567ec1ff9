import { type CellObject, SSF } from '@e965/xlsx'
import { type Cell, type CellKind, emptyCell } from '#shared/files/sheet.ts'
import { dateOfSerial, timeOfSerial } from '#shared/kernel/loose-date.ts'

/** Formats that only say how many figures to show: then the figures shown are what the user typed (00123, 1996.10). */
const FIXED_FIGURES = /^(0+(\.0+)?)(_.*)?$/

/** A number without exponent and without the noise of binary fractions. */
function plainNumber(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString()
  return String(Number(value.toPrecision(15)))
}

function numberCell(value: number, format: string, date1904: boolean): Pick<Cell, 'text' | 'kind' | 'isRounded'> {
  if (!Number.isFinite(value)) return { text: '', kind: 'error' }
  if (format !== '' && SSF.is_date(format)) {
    const time = timeOfSerial(value)
    if (value >= 0 && value < 1) return { text: time ?? '00:00', kind: 'date' }
    const date = dateOfSerial(value, date1904)
    if (date !== null) return { text: time === null ? date : `${date} ${time}`, kind: 'date' }
    return { text: plainNumber(value), kind: 'number' }
  }
  const fixed = FIXED_FIGURES.exec(format)
  const text = fixed?.[1] && value >= 0 && value < 1e15 ? SSF.format(fixed[1], value) : plainNumber(value)
  // A spreadsheet keeps 15 figures; an 18-figure ID number typed as a number ends in zeros.
  return Math.abs(value) >= 1e15 ? { text, kind: 'number', isRounded: true } : { text, kind: 'number' }
}

/** Text of a cell: one kind of line end, no control characters, no halves of characters, no spaces at the edges. */
export function cleanText(text: string): string {
  return (
    text
      .toWellFormed()
      .normalize('NFC')
      .replace(/_x000[dD]_/g, '')
      .replace(/\r\n?/g, '\n')
      // oxlint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\ufeff]/g, '')
      .trim()
  )
}

/** A cell of a text file. */
export function textCell(text: string): Cell {
  const clean = cleanText(text)
  return clean === '' ? emptyCell : { text: clean, kind: 'text' }
}

/** A cell of the spreadsheet library as ours. */
export function cellOf(cell: CellObject | undefined, date1904: boolean): Cell {
  if (!cell) return emptyCell
  const hasFormula = cell.f !== undefined || cell.F !== undefined
  const read = (): { text: string; kind: CellKind; isRounded?: boolean } => {
    const value = cell.v
    if (value === undefined || value === null || value === '') return emptyCell
    if (cell.t === 'e') return { text: '', kind: 'error' }
    if (typeof value === 'number') return numberCell(value, typeof cell.z === 'string' ? cell.z : '', date1904)
    if (typeof value === 'boolean') return { text: value ? '是' : '否', kind: 'boolean' }
    return textCell(String(value))
  }
  const plain = read()
  if (!hasFormula) return plain.kind === 'empty' ? emptyCell : plain
  if (plain.text === '' && cell.v !== '') return { text: '', kind: 'error', formula: 'uncalculated' }
  return { ...plain, formula: 'calculated' }
}
