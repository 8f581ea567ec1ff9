import { chineseDate, chineseMonthDay, lastDayOf, type PlainDate, yearOf } from '../kernel/dates.ts'
import { chineseOrdinal } from '../kernel/text.ts'
import { deadlineOf, type Period, periodsOfYear } from './periods.ts'
import type { PeriodKind } from './rule-evaluators.ts'

/** The period that an id names; null for another text. */
export function periodOfId(id: string): Period | null {
  const kind: PeriodKind = id.length === 4 ? 'year' : id[5] === 'Q' ? 'quarter' : id[5] === 'H' ? 'half-year' : 'month'
  return periodsOfYear(kind, Number(id.slice(0, 4))).find((period) => period.id === id) ?? null
}

/** `9月30日`; with the year in front where it is not that of `today`. */
export function dayWords(date: PlainDate, today: PlainDate): string {
  return yearOf(date) === yearOf(today) ? chineseMonthDay(date) : chineseDate(date)
}

/** `8月`, `第三季度`, `上半年`, `2025年`; with the year in front where it is not that of `today`. */
export function periodWords(id: string, today: PlainDate): string {
  const part = id.slice(5)
  if (part === '') return `${id}年`
  const year = yearOf(id) === yearOf(today) ? '' : `${yearOf(id)}年`
  if (part.startsWith('Q')) return `${year}第${chineseOrdinal(Number(part.slice(1)))}季度`
  if (part.startsWith('H')) return `${year}${part === 'H1' ? '上' : '下'}半年`
  return `${year}${Number(part)}月`
}

/** The last day on which a duty of the period can still be done. */
export function deadlineOfId(id: string, graceMonths: number): PlainDate {
  const period = periodOfId(id)
  return period ? deadlineOf(period, graceMonths) : lastDayOf(id)
}
