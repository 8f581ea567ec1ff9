import type { FixedDay } from '../branch/schema.ts'
import { fromLocalDate, lastDayOf, type PlainDate, plusDays, toLocalDate } from '../kernel/dates.ts'

const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const
const weeks = ['第一个', '第二个', '第三个', '第四个', '最后一个'] as const

/** `每月第三个星期五` */
export function fixedDayWords({ week, weekday }: FixedDay): string {
  return `每月${weeks[week - 1] ?? ''}星期${weekdays[weekday - 1] ?? ''}`
}

/** The choices of a form: `第一个` … `最后一个`, `星期一` … `星期日`. */
export const weekChoices = weeks.map((label, index) => ({ value: index + 1, label }))
export const weekdayChoices = weekdays.map((label, index) => ({ value: index + 1, label: `星期${label}` }))

/** Monday 1 to Sunday 7. */
const weekdayOf = (date: PlainDate): number => ((toLocalDate(date).getDay() + 6) % 7) + 1

/**
 * The fixed day in a month.
 *
 * @param month `2025-09`
 */
export function fixedDayIn(month: string, { week, weekday }: FixedDay): PlainDate {
  const first = `${month}-01`
  const start = plusDays(first, (weekday - weekdayOf(first) + 7) % 7)
  if (week < 5) return plusDays(start, (week - 1) * 7)
  const last = lastDayOf(month)
  return plusDays(last, -((weekdayOf(last) - weekday + 7) % 7))
}

/** The first fixed day on or after `from`. */
export function nextFixedDay(from: PlainDate, fixedDay: FixedDay): PlainDate {
  const here = fixedDayIn(from.slice(0, 7), fixedDay)
  if (here >= from) return here
  const next = toLocalDate(`${from.slice(0, 7)}-01`)
  next.setMonth(next.getMonth() + 1)
  return fixedDayIn(fromLocalDate(next).slice(0, 7), fixedDay)
}
