import { isEffective, periodState, type ScopeOutcome } from './engine.ts'
import { explained, explanationOf } from './explained.ts'
import { periodsOfYear } from './periods.ts'
import { asProof, type DossierRecord, type EngineInput } from './records.ts'
import type { RuleOf } from './rule-table.ts'
import type { PeriodOutcome } from './schema.ts'

/** Months after its period in which a summing-up may still be written: year-end papers are of January to March. */
const graceMonths = 3

function isOfPeriod(record: DossierRecord, period: { readonly id: string; readonly from: string; readonly to: string }): boolean {
  if (period.id.includes('H')) {
    const half = record.half ?? (record.date <= `${record.forYear}-06-30` ? 1 : 2)
    return period.id.endsWith(`H${half}`)
  }
  return period.id.length === 4 || (period.from <= record.date && record.date <= period.to)
}

/**
 * 年度计划、半年分析、述职: records beside the sittings, counted by the year they are for (归属年度), so that a report of January
 * stands in the year that it is about.
 */
export function evaluateRecordFrequency(rule: RuleOf<'recordFrequency'>, year: number, input: EngineInput): ScopeOutcome[] {
  const found = (input.dossiers ?? []).filter(
    (record) => record.countsAs.includes(rule.params.record) && record.forYear === year && record.date <= input.today,
  )
  const scope = { kind: 'branch' as const, ...input.branch }
  const periods = periodsOfYear(rule.params.period, year).map((period): PeriodOutcome => {
    const records = found.filter((record) => isOfPeriod(record, period))
    const state = periodState(
      period,
      { holds: isEffective(rule, period), count: records.length, min: rule.params.min, graceMonths },
      input.today,
    )
    return explained(
      { period: period.id, state, records: asProof(records) },
      explanationOf(input.explanations, rule.id, scope.id, period.id),
    )
  })
  return [{ scope, periods }]
}
