import type { Activity } from '../activities/schema.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { YearSummary } from '../obligations/schema.ts'
import type { Problem } from '../rectification/schema.ts'
import type { Task } from '../tasks/schema.ts'
import { absentActs } from './kinds/absent-acts.ts'
import { overlaps } from './kinds/overlap.ts'
import { overdueProblems, overdueTasks } from './kinds/responsibility.ts'
import { restDays } from './kinds/rest-day.ts'
import { sharedTexts } from './kinds/shared-text.ts'
import { twoPlaces } from './kinds/two-places.ts'
import { missing, overdue, unsigned } from './kinds/unfinished.ts'
import type { Inspection } from './schema.ts'
import { titleOf } from './sitting.ts'

export interface InspectionInput {
  /** Sittings of the year, by date or by 归属年度. */
  readonly activities: readonly Activity[]
  /** Sittings of the year before, for sentences copied from them. */
  readonly earlier: readonly Activity[]
  readonly summary: YearSummary
  /** Tasks of the year, and problems that its list shows. */
  readonly tasks: readonly Task[]
  readonly problems: readonly Problem[]
  readonly today: PlainDate
  /** What kind of rest day a day is, or null for a working day. */
  readonly restDayWords: (date: PlainDate) => string | null
}

/** 迎检自查: everything a year's records lack or contradict each other in. Repairs nothing, and changes with nothing but the records. */
export function inspect({ activities, earlier, summary, tasks, problems, today, restDayWords }: InspectionInput): Inspection {
  const findings = [
    ...missing(summary),
    ...unsigned(activities, today),
    ...overdue(activities, today),
    ...overdueTasks(tasks),
    ...overdueProblems(problems),
    ...restDays(activities, restDayWords),
    ...overlaps(activities),
    ...twoPlaces(activities),
    ...absentActs(activities),
    ...sharedTexts(activities, earlier),
  ]
  const mentioned = new Set(findings.flatMap(({ records }) => records))
  const records = [...new Map([...earlier, ...activities].map((activity) => [activity.id, activity])).values()]
    .filter(({ id }) => mentioned.has(id))
    .map((activity) => ({ id: activity.id, type: 'activity' as const, date: activity.date, title: titleOf(activity) }))
  const dossiers = [
    ...tasks.map(({ recordId, listDate, listTitle }) => ({ id: recordId, date: listDate, title: listTitle })),
    ...problems.map(({ recordId, foundOn, title }) => ({ id: recordId, date: foundOn, title })),
  ].filter(({ id }) => mentioned.has(id))
  const named = [...new Map(dossiers.map((each) => [each.id, { ...each, type: 'dossier' as const }])).values()]
  return { year: summary.year, asOf: today, looked: activities.length, findings, records: [...records, ...named] }
}
