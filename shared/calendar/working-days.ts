import { type PlainDate, toLocalDate, weekdayName, yearOf } from '../kernel/dates.ts'
import { AppError } from '../kernel/errors.ts'
import { byText } from '../kernel/order.ts'
import { type CalendarDay, type WorkingDaysTable, workingDaysTableSchema } from './schema.ts'

const refuse = (place: string, reason: string): never => {
  throw new AppError('INPUT_INVALID', { field: `工作日表${place}`, reason })
}

/**
 * Reads a table of working days whole or not at all: every day lies in its year, and stands there once.
 *
 * @param value the parsed JSON
 * @throws AppError INPUT_INVALID naming the year and the row
 */
export function readWorkingDays(value: unknown): WorkingDaysTable {
  const read = workingDaysTableSchema.safeParse(value)
  if (!read.success) {
    const issue = read.error.issues[0]
    return refuse(`的${issue?.path.join('.') || '开头'}`, issue?.message ?? '')
  }
  const years = new Set<number>()
  for (const { year, days } of read.data.years) {
    if (years.has(year)) refuse(`${year}年`, '这一年写了两次')
    years.add(year)
    const dates = new Set<string>()
    for (const [index, { date }] of days.entries()) {
      const place = `${year}年第${index + 1}行`
      if (yearOf(date) !== year) refuse(place, `${date}不在${year}年`)
      if (dates.has(date)) refuse(place, `${date}写了两次`)
      dates.add(date)
    }
  }
  return read.data
}

/** Two tables as one: the years of `newer` replace those of `older`. The version is that of `newer`. */
export function mergeWorkingDays(older: WorkingDaysTable, newer: WorkingDaysTable): WorkingDaysTable {
  const known = new Set(newer.years.map(({ year }) => year))
  const years = [...older.years.filter(({ year }) => !known.has(year)), ...newer.years]
  return { ...newer, years: years.toSorted((a, b) => byText(String(a.year), String(b.year))) }
}

/** What a day is. In a year that is not in the table weekends are all that is known, and the answer says so. */
export function dayOf(table: WorkingDaysTable, date: PlainDate): CalendarDay {
  const year = table.years.find((each) => each.year === yearOf(date))
  const found = year?.days.find((day) => day.date === date)
  const weekday = toLocalDate(date).getDay()
  const isWeekend = weekday === 0 || weekday === 6
  return {
    date,
    kind: found?.kind ?? (isWeekend ? 'restDay' : 'workday'),
    name: found?.name ?? '',
    weekday: weekdayName(date),
    isYearKnown: year !== undefined,
  }
}
