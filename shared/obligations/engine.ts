import type { PlainDate } from '../kernel/dates.ts'
import { byText } from '../kernel/order.ts'
import { groupsOn, hadCommittee } from '../members/roster.ts'
import { explained, explanationOf } from './explained.ts'
import { deadlineOf, type Period, periodsOfYear } from './periods.ts'
import { asProof, type EngineInput, isHeld, isOwn, partsToward } from './records.ts'
import type { FrequencyRule } from './rule-table.ts'
import type { PeriodOutcome, PeriodState, RuleScope } from './schema.ts'

export type { EngineInput, Explanation, SittingRecord } from './records.ts'
export { isHeld } from './records.ts'

export interface ScopeOutcome {
  readonly scope: RuleScope
  readonly periods: readonly PeriodOutcome[]
}

/** How many of the sittings fulfil the duty; a joint sitting counts once for each group it was held for. */
function proofs(rule: FrequencyRule, input: EngineInput, groupId: string | null) {
  const held = input.records.filter((record) => isHeld(record, input.today) && isOwn(record, input))
  return held.flatMap((record) => {
    const parts = partsToward(record, rule.params.purpose, input.table.countsToward).filter(
      (part) => groupId === null || part.groupId === groupId,
    )
    return parts.length === 0 ? [] : [{ record, forYears: new Set(parts.map((part) => part.forYear)) }]
  })
}

/**
 * The state of a calendar period in which so many of the `min` required sittings were held.
 *
 * @param given.deadline the last day in time, where it is not so many months after the period
 */
export function periodState(
  period: Period,
  {
    holds,
    count,
    min,
    graceMonths,
    deadline = deadlineOf(period, graceMonths),
  }: { holds: boolean; count: number; min: number; graceMonths: number; deadline?: PlainDate },
  today: PlainDate,
): PeriodState {
  if (!holds) return 'notApplicable'
  if (count >= min) return 'done'
  if (period.from > today) return 'upcoming'
  return today <= deadline ? 'open' : 'missing'
}

/** A rule holds in a period when some of its days are between its first and its last. */
export function isEffective(rule: { effectiveFrom: string | null; effectiveTo: string | null }, period: Period): boolean {
  return (rule.effectiveFrom ?? period.to) <= period.to && (rule.effectiveTo ?? period.from) >= period.from
}

/**
 * The days of a period that are known on `today`: what happens to the roster later never changes what was due today, so a
 * period to come is judged by the roster of today.
 */
export function knownDays(period: { from: PlainDate; to: PlainDate }, today: PlainDate): { from: PlainDate; to: PlainDate } {
  const to = byText(period.to, today) < 0 ? period.to : today
  return { from: byText(period.from, to) < 0 ? period.from : to, to }
}

function evaluateScope(
  rule: FrequencyRule,
  year: number,
  input: EngineInput,
  scope: RuleScope,
  exists: (from: PlainDate, to: PlainDate) => boolean,
): ScopeOutcome {
  const found = proofs(rule, input, scope.kind === 'group' ? scope.id : null)
  const periods = periodsOfYear(rule.params.period, year).map((period): PeriodOutcome => {
    const inPeriod = found.filter(({ record, forYears }) =>
      rule.params.usesForYear ? forYears.has(year) : period.from <= record.date && record.date <= period.to,
    )
    const { from, to } = knownDays(period, input.today)
    const { min, graceMonths } = rule.params
    const holds = isEffective(rule, period) && exists(from, to)
    const state = periodState(period, { holds, count: inPeriod.length, min, graceMonths }, input.today)
    const explanation = explanationOf(input.explanations, rule.id, scope.id, period.id)
    return explained({ period: period.id, state, records: asProof(inPeriod.map(({ record }) => record)) }, explanation)
  })
  return { scope, periods }
}

/**
 * One `frequency` rule over a year: one row for the branch, or one for each group that existed in it. A month without a
 * committee (or without that group) carries no duty; so does a branch that never had one (DOMAIN 2.2).
 */
export function evaluateFrequency(rule: FrequencyRule, year: number, input: EngineInput): ScopeOutcome[] {
  const { history } = input
  if (rule.params.needs === 'group') {
    const { from, to } = knownDays({ from: `${year}-01-01`, to: `${year}-12-31` }, input.today)
    return groupsOn(history, from, to).map((group) =>
      evaluateScope(rule, year, input, { kind: 'group', id: group.id, name: group.name }, (first, last) =>
        groupsOn(history, first, last).some((each) => each.id === group.id),
      ),
    )
  }
  const needsCommittee = rule.params.needs === 'committee'
  const exists = (from: PlainDate, to: PlainDate) => !needsCommittee || hadCommittee(history, from, to)
  return [evaluateScope(rule, year, input, { kind: 'branch', ...input.branch }, exists)]
}
