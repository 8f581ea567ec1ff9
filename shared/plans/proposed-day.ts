import type { Purpose } from '../activities/schema.ts'
import type { FixedDay } from '../branch/schema.ts'
import { type PlainDate, plusDays } from '../kernel/dates.ts'
import { fixedDayIn, nextFixedDay } from './fixed-day.ts'

/** Days that members need to hear of a meeting beforehand. */
const noticeDays = 3

export interface DayWish {
  readonly purpose: Purpose
  readonly fixedDay: FixedDay | null
  readonly today: PlainDate
  /** The period the meeting is for; null: none is open. */
  readonly period: { readonly from: PlainDate; readonly to: PlainDate } | null
  readonly isRestDay: (date: PlainDate) => boolean
}

/** The first day from `start` on that is worked and not after `end`; else the last one before `start` not before `floor`. */
function workday(start: PlainDate, end: PlainDate, floor: PlainDate, isRestDay: DayWish['isRestDay']): PlainDate {
  for (let day = start; day <= end; day = plusDays(day, 1)) if (!isRestDay(day)) return day
  for (let day = start; day >= floor; day = plusDays(day, -1)) if (!isRestDay(day)) return day
  return start
}

/**
 * The day a meeting being prepared starts with. A themed day falls on the branch's fixed day, also on a rest day (the form
 * warns; moving it is the branch's decision and wants a reason). Any other meeting gets a working day three days ahead,
 * inside the period it is for, never one that has passed.
 */
export function proposedDay({ purpose, fixedDay, today, period, isRestDay }: DayWish): PlainDate {
  const from = period !== null && period.from > today ? period.from : today
  if (purpose === 'themedPartyDay' && fixedDay !== null) {
    const inPeriod = period === null ? null : fixedDayIn(from.slice(0, 7), fixedDay)
    if (inPeriod !== null && inPeriod >= from && period !== null && inPeriod <= period.to) return inPeriod
    if (period === null || period.to < today) return nextFixedDay(today, fixedDay)
  }
  const end = period === null || period.to < from ? plusDays(from, 30) : period.to
  const wish = period !== null && period.from > today ? from : plusDays(today, noticeDays)
  return workday(wish > end ? end : wish, end, from, isRestDay)
}
