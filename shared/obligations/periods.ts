import { getDaysInMonth } from 'date-fns'
import { monthOf, type PlainDate, yearOf } from '../kernel/dates.ts'
import type { PeriodKind } from './rule-evaluators.ts'

/** A calendar period (自然月, 季度, 半年, 年); both days inclusive. */
export interface Period {
  /** `2025-08`, `2025-Q2`, `2025-H1`, `2025`. */
  readonly id: string
  readonly kind: PeriodKind
  readonly from: PlainDate
  readonly to: PlainDate
}

const monthsIn: Record<PeriodKind, number> = { month: 1, quarter: 3, 'half-year': 6, year: 12 }
const two = (n: number) => String(n).padStart(2, '0')

/** The last day of a month; months beyond 12 run on into the next years. */
function lastDay(year: number, month: number): PlainDate {
  const y = year + Math.floor((month - 1) / 12)
  const m = ((month - 1) % 12) + 1
  return `${y}-${two(m)}-${two(getDaysInMonth(new Date(y, m - 1)))}`
}

function periodAt(kind: PeriodKind, year: number, index: number): Period {
  const length = monthsIn[kind]
  const first = index * length + 1
  const ids: Record<PeriodKind, string> = {
    month: `${year}-${two(index + 1)}`,
    quarter: `${year}-Q${index + 1}`,
    'half-year': `${year}-H${index + 1}`,
    year: `${year}`,
  }
  return { id: ids[kind], kind, from: `${year}-${two(first)}-01`, to: lastDay(year, first + length - 1) }
}

/** The periods of a year, in order; together they hold each of its days exactly once. */
export function periodsOfYear(kind: PeriodKind, year: number): Period[] {
  return Array.from({ length: 12 / monthsIn[kind] }, (_, index) => periodAt(kind, year, index))
}

/** The period a day lies in. */
export function periodOf(kind: PeriodKind, date: PlainDate): Period {
  return periodAt(kind, yearOf(date), Math.floor((monthOf(date) - 1) / monthsIn[kind]))
}

/** The last day on which a duty of this period can still be done, `graceMonths` after its end. */
export function deadlineOf(period: Period, graceMonths: number): PlainDate {
  return graceMonths === 0 ? period.to : lastDay(yearOf(period.to), monthOf(period.to) + graceMonths)
}
