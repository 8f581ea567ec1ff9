import { lastDayOf, type PlainDate } from '../kernel/dates.ts'
import { covers, overlaps } from '../members/roster.ts'
import type { RosterHistory } from '../members/schema.ts'
import { type DuesLine, months } from './dues.ts'

/** `yes`: a member at the month's end; `may`: left in the course of it; `no`: not a member of the branch then. */
export type MonthDue = 'yes' | 'may' | 'no'

/**
 * In which months a person pays here: from the month they came or were admitted, to the month before they left; the month of
 * leaving may be paid here or there. A person without any date is a member all year.
 */
export function monthsDue(
  history: Pick<RosterHistory, 'persons' | 'memberships'>,
  personId: string,
  year: number,
): readonly MonthDue[] {
  const person = history.persons.find(({ id }) => id === personId)
  const spans = history.memberships.filter((membership) => membership.personId === personId)
  return months.map((month): MonthDue => {
    const first: PlainDate = `${year}-${String(month).padStart(2, '0')}-01`
    const last = lastDayOf(first.slice(0, 7))
    const isIn = person !== undefined && (person.joinedOn === null || person.joinedOn <= last)
    if (!isIn) return 'no'
    if (spans.some((span) => covers(span, last))) return 'yes'
    return spans.some((span) => overlaps(span, first, last)) ? 'may' : 'no'
  })
}

/** The last day by which a month is paid: its own, or that of its quarter where the branch pays by the quarter. */
export function monthDeadline(year: number, month: number, isQuarterly: boolean): PlainDate {
  const last = isQuarterly ? Math.ceil(month / 3) * 3 : month
  return lastDayOf(`${year}-${String(last).padStart(2, '0')}`)
}

/** Who has not paid a month, in the order of the table; members without a line have not. */
export function unpaid(
  lines: readonly DuesLine[],
  members: readonly { readonly personId: string; readonly name: string; readonly due: readonly MonthDue[] }[],
  month: number,
): string[] {
  const byPerson = new Map(lines.map((line) => [line.personId, line]))
  return members
    .filter(({ personId, due }) => due[month - 1] === 'yes' && byPerson.get(personId)?.paid.includes(month) !== true)
    .map(({ name }) => name)
}

/** How many pay here in a month and how many of them have. */
export function monthCount(...[lines, members, month]: Parameters<typeof unpaid>): { readonly due: number; readonly paid: number } {
  const due = members.filter((member) => member.due[month - 1] === 'yes').length
  return { due, paid: due - unpaid(lines, members, month).length }
}

/** Whether the last day for a month has passed, so that whoever has not paid is late. */
export const isMonthOver = (year: number, month: number, isQuarterly: boolean, today: PlainDate): boolean =>
  monthDeadline(year, month, isQuarterly) < today
