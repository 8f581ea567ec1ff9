import { purposeNames } from '../../activities/labels.ts'
import type { Activity, Purpose } from '../../activities/schema.ts'
import { yearOf } from '../../kernel/dates.ts'
import { periodWords } from '../../obligations/period-words.ts'
import type { RuleSummary } from '../../obligations/schema.ts'
import { activitySource, count, share } from '../figure.ts'
import type { YearbookInput } from '../input.ts'
import type { Figure, Source } from '../schema.ts'

/** Kinds of meetings as the duty report counts them (DOMAIN 8.5). */
const counted: readonly Purpose[] = ['generalMeeting', 'committeeMeeting', 'groupMeeting', 'partyLecture', 'themedPartyDay']
const notes = { central: '', local: '（本单位细则）', practice: '（惯例）' }

/** 应开 of the periods that are over, or were done early, and which of them have no record. */
function wordsOf({ dueSoFar, done, missing, authority }: RuleSummary, dayInside: string): string {
  if (dueSoFar === 0) return ''
  const gaps = missing.length === 0 ? '' : `，${missing.map((period) => periodWords(period, dayInside)).join('、')}未记录`
  return `应开的${dueSoFar}期开了${done}期${gaps}${notes[authority]}`
}

/** 组织生活: the lines of table 8.1 with their numbers, the kinds of meetings altogether, attendance. */
export function meetingFigures({ year, summary, activities, attendance }: YearbookInput): Figure[] {
  const known = new Map(activities.map((activity) => [activity.id, activitySource(activity)]))
  const sources = (ids: readonly string[]): Source[] => ids.flatMap((id) => known.get(id) ?? [])
  const lines = summary.rules.map((rule) =>
    count(`rule:${rule.id}:${rule.scope.kind === 'group' ? rule.scope.name : ''}`, rule.label, rule.held, '次', {
      detail: wordsOf(rule, `${year}-12-31`),
      sources: sources(rule.records),
    }),
  )
  const { totals, meetings, rateWithoutExempt } = attendance
  const met = new Set(attendance.lines.flatMap(({ records }) => records.map(({ activityId }) => activityId)))
  return [
    ...lines,
    share('attendance', '党员出勤率', rateWithoutExempt === null ? 0 : totals.present, totals.due, {
      detail: meetings === 0 ? '' : `按${meetings}次会议的出席登记，不含不作硬性要求的党员`,
      sources: sources([...met]),
    }),
  ]
}

/** Of the branch's own, as far as no rule of the table counts them. */
function heldOf(purpose: Purpose, { activities, year }: YearbookInput): Activity[] {
  return activities.filter(
    ({ date, organizer, parts }) =>
      yearOf(date) === year && (organizer ?? 'branch') === 'branch' && parts.some((part) => part.purpose === purpose),
  )
}

/**
 * Meetings of each kind held in the year, for the duty report: as table 8.1 counts them, where it has a line of the kind. A
 * sitting counts once for each group it was held for.
 */
export function heldFigures(input: YearbookInput): Figure[] {
  const known = new Map(input.activities.map((activity) => [activity.id, activitySource(activity)]))
  return counted.map((purpose): Figure => {
    const name = purposeNames[purpose]
    const rules = input.summary.rules.filter(({ label }) => label === name || label.startsWith(`${name}（`))
    const direct = rules.length === 0 ? heldOf(purpose, input) : []
    const held = rules.reduce((sum, rule) => sum + rule.held, direct.length)
    const sources = [...rules.flatMap(({ records }) => records.flatMap((id) => known.get(id) ?? [])), ...direct.map(activitySource)]
    return count(`held:${purpose}`, name, held, '次', { sources })
  })
}
