import type { Activity } from '../activities/schema.ts'
import { type Content, type ContentValue, rowsOf } from '../dossier/field.ts'
import type { Dossier } from '../dossier/schema.ts'
import { isPlainDate, type PlainDate } from '../kernel/dates.ts'
import { byText } from '../kernel/order.ts'
import {
  type Problem,
  type ProblemStage,
  problemSources,
  problemStages,
  problemSteps,
  type StepTaken,
  type Untracked,
} from './schema.ts'
import { nextSteps, stageAfter } from './steps.ts'

/** The kind of dated record that a problem is. */
export const problemKind = 'inspectionFinding'

const textOf = (value: ContentValue | undefined) => (typeof value === 'string' ? value.trim() : '')

/** The steps that were taken, in the order they stand in the record. */
export function stepsOf(content: Content): StepTaken[] {
  return rowsOf(content['steps']).flatMap((row) => {
    const step = problemSteps.find((each) => each === row['step'])
    const date = textOf(row['date'])
    if (step === undefined || !isPlainDate(date)) return []
    return [{ step, date, by: textOf(row['by']), note: textOf(row['note']) }]
  })
}

/** Where a branch has found a problem itself; where nothing is said of it, the order of the whole mechanism is the usual one. */
const ownSources = ['organizationalLifeMeeting', 'democraticAppraisal', 'selfCheck']

/** Found by the branch itself: nobody above has to tell it. */
export const isOwnFinding = (content: Content): boolean => ownSources.includes(textOf(content['source']))

/** A record of a problem as of a day: open on the last day of its 时限, overdue from the day after. */
export function problemOf(record: Dossier, today: PlainDate): Problem {
  const { content } = record
  const all = stepsOf(content)
  const steps = all.filter(({ date }) => date <= today)
  const status = problemStages.find((each) => each === record.status) ?? 'found'
  // What was done after that day had not been done on it; otherwise the record says itself where it stands.
  const stage = steps.length < all.length ? steps.reduce<ProblemStage>((at, { step }) => stageAfter(at, step), 'found') : status
  const due = textOf(content['due'])
  const dueOn = isPlainDate(due) ? due : null
  const closedOn = stage === 'closed' ? (steps.findLast(({ step }) => step === 'closed')?.date ?? null) : null
  const source = textOf(content['source'])
  return {
    recordId: record.id,
    revision: record.revision,
    recordNumber: record.recordNumber,
    title: record.title,
    forYear: record.forYear,
    foundOn: record.date,
    source: source in problemSources ? problemSources[source as keyof typeof problemSources] : '',
    problem: textOf(content['problem']),
    measure: textOf(content['measure']),
    owners: record.people.filter(({ role }) => role === 'owner').map(({ name }) => name),
    dueOn,
    stage,
    steps,
    closedOn,
    isOverdue: stage !== 'closed' && dueOn !== null && dueOn < today,
    next: nextSteps(stage, isOwnFinding(content)),
  }
}

/** Every problem among the records as of a day: open ones by their 时限, closed ones last. */
export function problemsOf(records: readonly Dossier[], today: PlainDate): Problem[] {
  const never = '9999-12-31'
  return records
    .filter(({ kind }) => kind === problemKind)
    .map((record) => problemOf(record, today))
    .toSorted(
      (a, b) =>
        Number(a.stage === 'closed') - Number(b.stage === 'closed') ||
        byText(a.dueOn ?? never, b.dueOn ?? never) ||
        byText(a.foundOn, b.foundOn) ||
        byText(a.recordId, b.recordId),
    )
}

/** Lines of the 整改清单 of meetings of which no record is kept yet: a record that names the meeting and the same problem is one. */
export function untrackedOf(activities: readonly Activity[], records: readonly Dossier[]): Untracked[] {
  const tracked = new Set(
    records
      .filter(({ kind }) => kind === problemKind)
      .flatMap(({ links, content }) => links.map((id) => `${id} ${textOf(content['problem'])}`)),
  )
  return activities.flatMap((activity) =>
    activity.parts.flatMap((part) =>
      (part.details?.rectifications ?? []).flatMap(({ problem, owner, measure, due, done }, index): Untracked[] => {
        if (done.trim() !== '' || tracked.has(`${activity.id} ${problem.trim()}`)) return []
        return [
          {
            activityId: activity.id,
            partId: part.id,
            index,
            date: activity.date,
            meeting: part.title,
            recordNumber: part.recordNumber,
            problem: problem.trim(),
            owner,
            measure,
            due,
          },
        ]
      }),
    ),
  )
}
