import { prepareLink, purposeOfRule } from '#renderer/obligations/rule-links.ts'
import type { ActivityLine } from '#shared/activities/schema.ts'
import { monthOf, type PlainDate, yearOf } from '#shared/kernel/dates.ts'
import { periodOfId } from '#shared/obligations/period-words.ts'
import type { PeriodState, YearSummary } from '#shared/obligations/schema.ts'
import type { Task } from '#shared/tasks/schema.ts'

/** A duty that wants a meeting in a period that ends with the month. */
export interface MonthDuty {
  readonly key: string
  readonly label: string
  readonly period: string
  readonly state: PeriodState
  /** Null: a period that is over is not prepared any more. */
  readonly link: string | null
}

/** One month of the plan. */
export interface PlanMonth {
  /** 2025-09 */
  readonly id: string
  readonly name: string
  /** Meetings planned, or held and not yet written down. */
  readonly planned: readonly ActivityLine[]
  /** How many are recorded. */
  readonly recorded: number
  readonly duties: readonly MonthDuty[]
  /** Of plans and lists, due in the month and not done. */
  readonly tasks: readonly Task[]
}

const isWaiting = (line: ActivityLine) => line.state === 'planned' || line.state === 'toRecord'

function dutiesOf(summary: YearSummary, id: string, lines: readonly ActivityLine[]): MonthDuty[] {
  return summary.rules.flatMap((rule) => {
    const purpose = purposeOfRule(rule.id)
    if (purpose === null) return []
    return rule.periods.flatMap(({ period, state }) => {
      const span = periodOfId(period)
      if (!span || span.to.slice(0, 7) !== id || state === 'done' || state === 'explained' || state === 'notApplicable') return []
      const groupId = rule.scope.kind === 'group' ? rule.scope.id : undefined
      const isPlanned = lines.some(
        (line) =>
          isWaiting(line) &&
          line.purposes.includes(purpose) &&
          (groupId === undefined || line.groupId === groupId) &&
          line.date >= span.from &&
          line.date <= span.to,
      )
      // What is planned stands beside already.
      if (isPlanned && state !== 'missing') return []
      const link = state === 'missing' ? null : prepareLink({ purpose, groupId, period })
      return [{ key: `${rule.id} ${rule.scope.id} ${period}`, label: rule.label, period, state, link }]
    })
  })
}

/**
 * The year by month: what is planned, which tasks are due, what is recorded, what is still to be planned. Months that are over stay out unless
 * something of them is open.
 *
 * @param lines sittings of the year
 * @param tasks tasks of the year's plans and lists
 */
export function planMonths(
  summary: YearSummary,
  lines: readonly ActivityLine[],
  tasks: readonly Task[],
  today: PlainDate,
): PlanMonth[] {
  const { year } = summary
  return Array.from({ length: 12 }, (_, index): PlanMonth => {
    const id = `${year}-${String(index + 1).padStart(2, '0')}`
    const own = lines.filter((line) => line.date.startsWith(id))
    return {
      id,
      name: `${index + 1}月`,
      planned: own.filter(isWaiting).toSorted((a, b) => (a.date < b.date ? -1 : 1)),
      recorded: own.filter((line) => !isWaiting(line)).length,
      duties: dutiesOf(summary, id, lines),
      tasks: tasks.filter(({ state, dueOn }) => state !== 'done' && dueOn?.startsWith(id) === true),
    }
  }).filter((month) => month.id >= today.slice(0, 7) || month.planned.length > 0 || month.tasks.length > 0)
}

/** The periods of past months that have no record, for the line that leads to them. */
export function missingBefore(summary: YearSummary, today: PlainDate): number {
  return summary.rules
    .filter((rule) => purposeOfRule(rule.id) !== null)
    .flatMap((rule) => rule.periods)
    .filter(({ state, period }) => {
      const span = periodOfId(period)
      return state === 'missing' && span !== null && (yearOf(span.to) < yearOf(today) || monthOf(span.to) < monthOf(today))
    }).length
}
