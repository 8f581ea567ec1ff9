import { type PlainDate, plusDays } from '../kernel/dates.ts'
import type { Period } from './periods.ts'
import { deadlineOf } from './periods.ts'
import type { RuleOf } from './rule-table.ts'

type RecordName = RuleOf<'recordFrequency'>['params']['record']

interface Deadline {
  /** Months after the beginning, or after the end, of the period until which it may be written. */
  readonly months: number
  readonly from: 'start' | 'end'
  /** Days before the end of the period (or after its beginning) from which it is on the list. */
  readonly noticeDays: number
  /** Kinds of records that must be there as well. */
  readonly companions: readonly string[]
}

/**
 * When the papers of a year are due, as offices do it (PRACTICE §1): plans are made at its beginning, a summing-up is written
 * around the end of what it is about, the duty report at the end of the year or in the first months after it.
 */
const deadlines: Readonly<Record<RecordName, Deadline>> = {
  // 考评细则: 年初要有工作计划和学习计划.
  annualPlan: { months: 2, from: 'start', noticeDays: 0, companions: ['studyPlan'] },
  halfYearReview: { months: 1, from: 'end', noticeDays: 15, companions: [] },
  dutyReport: { months: 3, from: 'end', noticeDays: 31, companions: [] },
  centreGroupStudy: { months: 0, from: 'end', noticeDays: 10, companions: [] },
}

/** Kinds of records that a rule asks for beside the one it names. */
export const companionsOf = (record: RecordName): readonly string[] => deadlines[record].companions

/** The last day on which a paper of the period is in time. */
export function recordDeadline(record: RecordName, period: Period): PlainDate {
  const { months, from } = deadlines[record]
  if (from === 'end') return deadlineOf(period, months)
  return deadlineOf({ ...period, to: plusDays(period.from, -1) }, months)
}

/** The first day on which it is worth reminding of. */
export function recordNoticeFrom(record: RecordName, period: Period): PlainDate {
  const { from, noticeDays } = deadlines[record]
  return from === 'start' ? plusDays(period.from, noticeDays) : plusDays(period.to, -noticeDays)
}
