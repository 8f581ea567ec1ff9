import { purposeNames } from '../activities/labels.ts'
import { type EngineInput, evaluateFrequency, type ScopeOutcome } from './engine.ts'
import { type RuleOverride, tableOfYear } from './overrides.ts'
import type { FrequencyRule, RuleTable } from './rule-table.ts'
import type { PeriodState, RuleSummary, YearSummary } from './schema.ts'

const isRowOfTable = (rule: RuleTable['rules'][number]): rule is FrequencyRule =>
  rule.evaluator === 'frequency' && rule.table === 'threeMeetingsOneLecture' && rule.scope !== 'superior'

/** Nothing more is waited for. */
const isOver = (state: PeriodState) => state === 'done' || state === 'missing' || state === 'explained'

function summaryOf(rule: FrequencyRule, { scope, periods }: ScopeOutcome): RuleSummary {
  const due = periods.filter((period) => period.state !== 'notApplicable')
  const done = due.filter((period) => period.state === 'done').length
  const records = [...new Set(periods.flatMap((period) => period.records.map((record) => record.id)))]
  const name = purposeNames[rule.params.purpose]
  return {
    id: rule.id,
    label: scope.kind === 'group' ? `${name}（${scope.name}）` : name,
    authority: rule.authority,
    source: rule.source,
    text: rule.text,
    period: rule.params.period,
    scope,
    due: due.length,
    done,
    dueSoFar: due.filter((period) => isOver(period.state)).length,
    held: records.length,
    missing: due.filter((period) => period.state === 'missing').map((period) => period.period),
    records,
    periods: [...periods],
  }
}

/**
 * The table of DOMAIN 8.1 for a year, in the order of the rule table: periods with at least the required number of
 * sittings against periods due, never sittings against sittings (four in one quarter are one quarter of four).
 */
export function summarizeYear(
  table: RuleTable,
  year: number,
  input: Omit<EngineInput, 'table'>,
  overrides: readonly RuleOverride[] = [],
): YearSummary {
  const own = tableOfYear(table, year, overrides)
  const rules = own.rules
    .filter(isRowOfTable)
    .flatMap((rule) => evaluateFrequency(rule, year, { ...input, table }).map((outcome) => summaryOf(rule, outcome)))
  return { year, asOf: input.today, rulesVersion: own.version, rules }
}
