import type { CalendarDay } from '#shared/calendar/schema.ts'
import { dayOf, mergeWorkingDays, readWorkingDays } from '#shared/calendar/working-days.ts'
import { type PlainDate, plusDays } from '#shared/kernel/dates.ts'
import { AppError } from '#shared/kernel/errors.ts'
import type { Core } from '../core.ts'
import { readJson } from '../files/json.ts'
import type { StagedPath } from '../files/staging.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { keepTable } from '../reference/tables.ts'
import { keptWorkingDays, workingDaysOf } from './table.ts'

const longestRange = 400

export function calendarDay(ledger: OpenLedger, date: PlainDate): CalendarDay {
  return dayOf(workingDaysOf(ledger), date)
}

/** Every day from `from` to `to`, both inclusive. @throws AppError INPUT_INVALID for a range backwards or too long */
export function calendarDays(ledger: OpenLedger, from: PlainDate, to: PlainDate): CalendarDay[] {
  if (to < from || plusDays(from, longestRange) <= to) {
    throw new AppError('INPUT_INVALID', { field: '日期', reason: `结束日期应在开始日期之后的${longestRange}天之内` })
  }
  const table = workingDaysOf(ledger)
  const days: CalendarDay[] = []
  for (let date = from; date <= to; date = plusDays(date, 1)) days.push(dayOf(table, date))
  return days
}

export function tableInfo(ledger: OpenLedger): { version: string; source: string; years: number[] } {
  const { version, source, years } = workingDaysOf(ledger)
  return { version, source, years: years.map(({ year }) => year) }
}

/**
 * Takes in a table of working days. Years it does not name stay as they are.
 *
 * @throws AppError FILE_EXPIRED, FILE_TOO_LARGE, FILE_UNREADABLE, INPUT_INVALID naming the row
 */
export function importWorkingDays(core: Core, staged: StagedPath): { version: string; source: string; years: number[] } {
  const ledger = core.session.require()
  const given = readWorkingDays(readJson(staged, '工作日表'))
  const kept = keptWorkingDays(ledger)
  // The newest row holds alone, so it carries what was taken in before.
  const content = JSON.stringify(kept ? mergeWorkingDays(kept, given) : given)
  if (kept === null || JSON.stringify(kept) !== content) {
    keepTable(ledger, core.clock, '导入工作日表', { kind: 'workingDays', version: given.version, content })
  }
  return tableInfo(ledger)
}
