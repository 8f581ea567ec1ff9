import { getDaysInMonth } from 'date-fns'
import { monthOf, type PlainDate } from '#shared/kernel/dates.ts'
import { chineseOrdinal } from '#shared/kernel/text.ts'
import type { PeriodState } from '#shared/obligations/schema.ts'

/** Months of the year that a period covers, 1 to 12, both inclusive. */
export interface MonthSpan {
  readonly from: number
  readonly to: number
}

/** `2025-08` → 8–8, `2025-Q2` → 4–6, `2025-H1` → 1–6, `2025` → 1–12. */
export function monthSpan(period: string): MonthSpan {
  const [, part] = period.split('-')
  if (part === undefined) return { from: 1, to: 12 }
  const n = Number(part.replace(/^[QH]/, ''))
  if (part.startsWith('Q')) return { from: n * 3 - 2, to: n * 3 }
  if (part.startsWith('H')) return { from: n * 6 - 5, to: n * 6 }
  return { from: n, to: n }
}

/** `8月`, `第二季度`, `上半年`, `全年`: a period without its year. */
export function periodName(period: string): string {
  const [, part] = period.split('-')
  if (part === undefined) return '全年'
  if (part.startsWith('Q')) return `第${chineseOrdinal(Number(part.slice(1)))}季度`
  if (part.startsWith('H')) return part === 'H1' ? '上半年' : '下半年'
  return `${Number(part)}月`
}

const openWords = { month: '待开', quarter: '本季待开', 'half-year': '本半年待开', year: '本年待开' } as const

/** What stands in a cell that has no record: a running period is never called missing (PRACTICE §5). */
export function stateText(state: PeriodState, period: keyof typeof openWords): string {
  if (state === 'open') return openWords[period]
  if (state === 'missing') return '未记录'
  if (state === 'explained') return period === 'month' ? '说明' : '情况说明'
  return state === 'notApplicable' ? '—' : '·'
}

/** The last day of a period. */
export function lastDay(period: string): PlainDate {
  const year = Number(period.slice(0, 4))
  const { to } = monthSpan(period)
  return `${year}-${String(to).padStart(2, '0')}-${getDaysInMonth(new Date(year, to - 1))}`
}

/** True while `today` lies in the period. */
export function isRunning(period: string, today: PlainDate): boolean {
  const { from, to } = monthSpan(period)
  return period.slice(0, 4) === today.slice(0, 4) && monthOf(today) >= from && monthOf(today) <= to
}

/** The day a new record for a period starts with: today while the period runs, else its last day, to be corrected. */
export function proposedDate(period: string, today: PlainDate): PlainDate {
  return isRunning(period, today) ? today : lastDay(period)
}
