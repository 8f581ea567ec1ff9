import type { PlainDate } from '../kernel/dates.ts'
import { normalName } from '../kernel/text.ts'
import { overlaps, rosterOfDay } from '../members/roster.ts'
import type { RosterHistory } from '../members/schema.ts'
import { isEffective, knownDays, periodState, type ScopeOutcome } from './engine.ts'
import { explained, explanationOf } from './explained.ts'
import { periodsOfYear } from './periods.ts'
import { asProof, type EngineInput, isHeld, isOwn, type PartRecord, partsToward } from './records.ts'
import type { RuleOf } from './rule-table.ts'
import type { PeriodOutcome } from './schema.ts'
import { branchScope } from './standing.ts'

/** Whether the lecturer of a part was the branch's secretary on that day; null where no lecturer is recorded. */
function isBySecretary(history: RosterHistory, date: PlainDate, { lecturer }: PartRecord): boolean | null {
  if (!lecturer || lecturer.name.trim() === '') return null
  return rosterOfDay(history, date).members.some(
    (member) =>
      member.posts.some(({ post }) => post === 'branchSecretary') &&
      (lecturer.personId ? lecturer.personId === member.personId : normalName(lecturer.name) === member.name),
  )
}

/**
 * Lectures given by the secretary in person. Where no secretary is known nothing is claimed, and lectures without a
 * recorded lecturer are pointed out rather than counted either way.
 */
export function evaluateLectures(rule: RuleOf<'lectureBy'>, year: number, input: EngineInput): ScopeOutcome[] {
  const { history, today } = input
  const scope = branchScope(input)
  const lectures = input.records
    .filter((record) => isHeld(record, today) && isOwn(record, input))
    .map((record) => ({
      record,
      by: partsToward(record, 'partyLecture', input.table.countsToward).map((part) => isBySecretary(history, record.date, part)),
    }))
  const periods = periodsOfYear(rule.params.period, year).map((period): PeriodOutcome => {
    const { from, to } = knownDays(period, today)
    const hasSecretary = history.intervals.some(
      (interval) => interval.kind === 'post' && interval.value === 'branchSecretary' && overlaps(interval, from, to),
    )
    const inPeriod = lectures.filter(({ record }) => period.from <= record.date && record.date <= period.to)
    const given = inPeriod.filter(({ by }) => by.includes(true))
    const unknown = inPeriod.filter(({ by }) => by.includes(null)).length
    const state = periodState(
      period,
      { holds: hasSecretary && isEffective(rule, period), count: given.length, min: rule.params.min, graceMonths: 0 },
      today,
    )
    const note = !hasSecretary ? '未登记书记' : state !== 'done' && unknown > 0 ? `有${unknown}次党课没有填写授课人` : undefined
    const outcome = { period: period.id, state, records: asProof(given.map(({ record }) => record)), ...(note ? { note } : {}) }
    return explained(outcome, explanationOf(input.explanations, rule.id, scope.id, period.id))
  })
  return [{ scope, periods }]
}
