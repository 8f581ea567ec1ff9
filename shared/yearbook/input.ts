import type { Activity } from '../activities/schema.ts'
import type { Dossier } from '../dossier/schema.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { RosterHistory } from '../members/schema.ts'
import type { YearSummary } from '../obligations/schema.ts'
import type { Problem } from '../rectification/schema.ts'
import type { AttendanceReport } from '../reports/schema.ts'
import type { HourLine } from '../study/hours.ts'
import type { Task } from '../tasks/schema.ts'

/** Everything the numbers of a year follow from, all of it as of one day. */
export interface YearbookInput {
  readonly year: number
  readonly asOf: PlainDate
  readonly history: RosterHistory
  /** Held by that day: of the year by date or by 归属年度. */
  readonly activities: readonly Activity[]
  /** Of that 归属年度, dated by that day. */
  readonly dossiers: readonly Dossier[]
  /** One for each person on the way into the Party, of whatever year. */
  readonly developmentCases: readonly Dossier[]
  readonly summary: YearSummary
  readonly attendance: AttendanceReport
  readonly hours: readonly HourLine[]
  readonly tasks: readonly Task[]
  readonly problems: readonly Problem[]
  /** 星级自评 once somebody has confirmed an indicator, and what the superior gave; null: not yet. Null as a whole: switched off. */
  readonly stars: { readonly self: number | null; readonly superior: number | null } | null
}
