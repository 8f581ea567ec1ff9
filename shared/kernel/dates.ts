import { addDays, addMonths, format, getDaysInMonth, isValid, parse } from 'date-fns'
import { z } from 'zod'

/**
 * Plain dates are text, `YYYY-MM-DD`, because a meeting happens on a calendar day of the branch and
 * never at an instant: no time zone can shift it. Text in this form also compares correctly with `<`.
 */
export type PlainDate = string

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: old roster entries often know only the month. */
export type PartialDate = string

const PLAIN = /^\d{4}-\d{2}-\d{2}$/
const PARTIAL = /^\d{4}(-\d{2}(-\d{2})?)?$/

/** True when `text` names a day that exists. */
export function isPlainDate(text: string): boolean {
  if (!PLAIN.test(text)) return false
  const [y, m, d] = text.split('-').map(Number) as [number, number, number]
  return y >= 1900 && y <= 2200 && m >= 1 && m <= 12 && d >= 1 && d <= getDaysInMonth(new Date(y, m - 1))
}

/** True when `text` names a year, a month or a day that exists. */
export function isPartialDate(text: string): boolean {
  if (!PARTIAL.test(text)) return false
  return isPlainDate(text.length === 4 ? `${text}-01-01` : text.length === 7 ? `${text}-01` : text)
}

export const plainDateSchema = z
  .string()
  .regex(PLAIN, { error: '日期应为 2025-06-27 的形式' })
  .refine(isPlainDate, { error: '日期应为真实存在的一天，如 2025-06-27' })
export const partialDateSchema = z
  .string()
  .regex(PARTIAL, { error: '日期应为 2025、2025-06 或 2025-06-27' })
  .refine(isPartialDate, { error: '日期应为 2025、2025-06 或 2025-06-27' })
/** `HH:mm`, 00:00 to 23:59. */
export const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: '时间应为 24 小时制，如 15:00' })

/** A `Date` at local midnight, only for arithmetic inside this module and for weekday names. */
export function toLocalDate(date: PlainDate): Date {
  return parse(date, 'yyyy-MM-dd', new Date(2000, 0, 1))
}

/** The plain date of a local `Date`. */
export function fromLocalDate(date: Date): PlainDate {
  if (!isValid(date)) throw new RangeError('invalid date')
  return format(date, 'yyyy-MM-dd')
}

/** `days` after `date`; negative for before. */
export function plusDays(date: PlainDate, days: number): PlainDate {
  return fromLocalDate(addDays(toLocalDate(date), days))
}

/** `months` after `date`, the last day of a shorter month where that day does not exist; negative for before. */
export function plusMonths(date: PlainDate, months: number): PlainDate {
  return fromLocalDate(addMonths(toLocalDate(date), months))
}

/** The first day that `date` can mean: `1996-01` → `1996-01-01`. */
export function firstDayOf(date: PartialDate): PlainDate {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date
}

/** The last day that `date` can mean: `1996-01` → `1996-01-31`. */
export function lastDayOf(date: PartialDate): PlainDate {
  if (date.length === 10) return date
  const [y, m = 12] = date.split('-').map(Number) as [number, number?]
  return `${y}-${String(m).padStart(2, '0')}-${getDaysInMonth(new Date(y, m - 1))}`
}

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const

/** `星期五` */
export function weekdayName(date: PlainDate): string {
  return `星期${WEEKDAYS[toLocalDate(date).getDay()]}`
}

/** `2025年6月27日`: Arabic digits, no leading zeros (GB/T 9704-2012). A month alone gives `1996年1月`. */
export function chineseDate(date: PartialDate): string {
  const [y, m, d] = date.split('-').map(Number)
  return `${y}年${m === undefined ? '' : `${m}月`}${d === undefined ? '' : `${d}日`}`
}

/** `2025年6月27日（星期五）` */
export function chineseDateWithWeekday(date: PlainDate): string {
  return `${chineseDate(date)}（${weekdayName(date)}）`
}

/** `6月27日` */
export function chineseMonthDay(date: PlainDate): string {
  const [, m, d] = date.split('-').map(Number)
  return `${m}月${d}日`
}

export function yearOf(date: PartialDate): number {
  return Number(date.slice(0, 4))
}

export function monthOf(date: PlainDate): number {
  return Number(date.slice(5, 7))
}

export function quarterOf(date: PlainDate): 1 | 2 | 3 | 4 {
  return Math.ceil(monthOf(date) / 3) as 1 | 2 | 3 | 4
}
