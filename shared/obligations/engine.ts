import type { ActivityState, Origin, Purpose } from '../activities/schema.ts'
import type { PlainDate } from '../kernel/dates.ts'
import { byText } from '../kernel/order.ts'
import { groupsOn, hadCommittee } from '../members/roster.ts'
import type { RosterHistory } from '../members/schema.ts'
import { deadlineOf, type Period, periodsOfYear } from './periods.ts'
import { type CountsToward, dutiesOf, type FrequencyRule, type Rule, type RuleTable } from './rule-table.ts'
import type { PeriodOutcome, PeriodState } from './schema.ts'

/** What the engine needs to know of a sitting. */
export interface SittingRecord {
  readonly id: string
  readonly date: PlainDate
  readonly state: ActivityState
  readonly origin: Origin
  readonly title: string
  readonly parts: readonly { readonly purpose: Purpose; readonly groupId?: string | null | undefined; readonly forYear: number }[]
}

/** 情况说明 given for a period in which nothing was held. */
export interface Explanation {
  readonly ruleId: string
  /** The branch, or the group. */
  readonly scopeId: string
  readonly period: string
}

export interface EngineInput {
  readonly table: Pick<RuleTable, 'countsToward'>
  readonly branch: { readonly id: string; readonly name: string }
  readonly history: RosterHistory
  /** In any order. */
  readonly records: readonly SittingRecord[]
  readonly explanations: readonly Explanation[]
  /** As of this day, inclusive. */
  readonly today: PlainDate
}

export interface ScopeOutcome {
  readonly scope: { readonly kind: 'branch' | 'group'; readonly id: string; readonly name: string }
  readonly periods: readonly PeriodOutcome[]
}

/** Held and recorded: signed or waiting for signatures, or from an old ledger; and not in the future. */
export const isHeld = (record: SittingRecord, today: PlainDate): boolean =>
  record.date <= today &&
  (record.state === 'toSign' || record.state === 'signed' || (record.origin === 'imported' && record.state !== 'planned'))

/** How many of the sittings fulfil the duty; a joint sitting counts once for each group it was held for. */
function proofs(rule: FrequencyRule, input: EngineInput, map: readonly CountsToward[], groupId: string | null) {
  const held = input.records.filter((record) => isHeld(record, input.today))
  return held.flatMap((record) => {
    const sitting = record.parts.map((part) => part.purpose)
    const parts = record.parts.filter(
      (part) =>
        (groupId === null || part.groupId === groupId) && dutiesOf(part.purpose, sitting, map).includes(rule.params.purpose),
    )
    return parts.length === 0 ? [] : [{ record, forYears: new Set(parts.map((part) => part.forYear)) }]
  })
}

function stateOf(
  rule: FrequencyRule,
  period: Period,
  holds: boolean,
  count: number,
  isExplained: boolean,
  today: PlainDate,
): PeriodState {
  if (!holds) return 'notApplicable'
  if (count >= rule.params.min) return 'done'
  if (period.from > today) return 'upcoming'
  if (today <= deadlineOf(period, rule.params.graceMonths)) return 'open'
  return isExplained ? 'explained' : 'missing'
}

function evaluateScope(
  rule: FrequencyRule,
  year: number,
  input: EngineInput,
  scope: ScopeOutcome['scope'],
  exists: (period: Period) => boolean,
): ScopeOutcome {
  const found = proofs(rule, input, input.table.countsToward, scope.kind === 'group' ? scope.id : null)
  const periods = periodsOfYear(rule.params.period, year).map((period): PeriodOutcome => {
    const inPeriod = found.filter(({ record, forYears }) =>
      rule.params.usesForYear ? forYears.has(year) : period.from <= record.date && record.date <= period.to,
    )
    const isExplained = input.explanations.some(
      (each) => each.ruleId === rule.id && each.scopeId === scope.id && each.period === period.id,
    )
    const isEffective = (rule.effectiveFrom ?? period.to) <= period.to && (rule.effectiveTo ?? period.from) >= period.from
    const holds = isEffective && exists(period)
    return {
      period: period.id,
      state: stateOf(rule, period, holds, inPeriod.length, isExplained, input.today),
      records: inPeriod
        .map(({ record }) => ({ id: record.id, date: record.date, title: record.title }))
        .toSorted((a, b) => byText(a.date, b.date) || byText(a.id, b.id)),
    }
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
    return groupsOn(history, `${year}-01-01`, `${year}-12-31`).map((group) =>
      evaluateScope(rule, year, input, { kind: 'group', id: group.id, name: group.name }, (period) =>
        groupsOn(history, period.from, period.to).some((each) => each.id === group.id),
      ),
    )
  }
  const needsCommittee = rule.params.needs === 'committee'
  const exists = (period: Period) => !needsCommittee || hadCommittee(history, period.from, period.to)
  return [evaluateScope(rule, year, input, { kind: 'branch', ...input.branch }, exists)]
}

/**
 * What is due, done and missing under a rule in a year. Empty for a superior's duty, and for evaluators whose records
 * (talks, dues, hours …) this ledger does not keep: nothing is claimed about those.
 */
export function evaluateRule(rule: Rule, year: number, input: EngineInput): ScopeOutcome[] {
  if (rule.scope === 'superior') return []
  return rule.evaluator === 'frequency' ? evaluateFrequency(rule, year, input) : []
}
