import type { Content, ContentRow } from '../dossier/field.ts'

/** 党费 of one member in a year: the amount fixed at its beginning, and the months that are paid. Never a salary (PRACTICE §1). */
export interface DuesLine {
  readonly personId: string
  readonly name: string
  /** Yuan a month; null: not fixed yet. */
  readonly amount: number | null
  /** 1 to 12, ascending. */
  readonly paid: readonly number[]
}

export const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const

const monthKey = (month: number) => `m${month}`

/** The members' lines of a kept table. */
export function duesLines(content: Content): DuesLine[] {
  const rows = content['lines']
  if (!Array.isArray(rows)) return []
  return rows.flatMap((row): DuesLine[] => {
    if (typeof row !== 'object' || typeof row['personId'] !== 'string') return []
    const { personId, name, amount } = row
    return [
      {
        personId,
        name: typeof name === 'string' ? name : '',
        amount: typeof amount === 'number' ? amount : null,
        paid: months.filter((month) => row[monthKey(month)] === true),
      },
    ]
  })
}

/** The same as it is kept. */
export function duesContent(lines: readonly DuesLine[]): Content {
  return {
    lines: lines.map(
      ({ personId, name, amount, paid }): ContentRow => ({
        personId,
        name,
        amount,
        ...Object.fromEntries(paid.map((month) => [monthKey(month), true])),
      }),
    ),
  }
}

export const quarters = [
  [1, 2, 3],
  [4, 5, 6],
  [7, 8, 9],
  [10, 11, 12],
] as const

/**
 * Ticks months for everybody who pays here then, or takes the ticks off when they all have them: one press a month or a quarter.
 *
 * @param pays whether somebody pays here in the month; left out: everybody does
 */
export function tickAll(
  lines: readonly DuesLine[],
  of: readonly number[],
  pays: (personId: string, month: number) => boolean = () => true,
): DuesLine[] {
  const dueOf = ({ personId }: DuesLine) => of.filter((month) => pays(personId, month))
  const isFull = lines.every((line) => dueOf(line).every((month) => line.paid.includes(month)))
  return lines.map((line) => {
    const due = dueOf(line)
    const others = line.paid.filter((month) => !due.includes(month))
    return { ...line, paid: isFull ? others : [...others, ...due].toSorted((a, b) => a - b) }
  })
}

/**
 * The same lines with the amounts of another year where none is fixed yet; null where that would change nothing.
 */
export function takeAmounts(lines: readonly DuesLine[], from: readonly DuesLine[]): DuesLine[] | null {
  const known = new Map(from.map(({ personId, amount }) => [personId, amount]))
  const taken = lines.map((line) => ({ ...line, amount: line.amount ?? known.get(line.personId) ?? null }))
  return taken.some(({ amount }, at) => amount !== lines[at]?.amount) ? taken : null
}

/** Months in which every member has paid. */
export function fullMonths(lines: readonly DuesLine[]): number[] {
  return lines.length === 0 ? [] : months.filter((month) => lines.every(({ paid }) => paid.includes(month)))
}

/** What a member pays in the year so far, in yuan, exact to the fen. */
export const yearSum = ({ amount, paid }: DuesLine): number => (Math.round((amount ?? 0) * 100) * paid.length) / 100

/** What all have paid in the year so far, in yuan, exact to the fen. */
export const totalSum = (lines: readonly DuesLine[]): number =>
  lines.reduce((sum, line) => sum + Math.round(yearSum(line) * 100), 0) / 100
