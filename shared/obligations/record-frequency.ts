import { dossierKind } from '../dossier/kinds/index.ts'
import { isEffective, periodState, type ScopeOutcome } from './engine.ts'
import { explained, explanationOf } from './explained.ts'
import { periodsOfYear } from './periods.ts'
import { companionsOf, recordDeadline } from './record-deadlines.ts'
import { asProof, type DossierRecord, type EngineInput } from './records.ts'
import type { RuleOf } from './rule-table.ts'
import type { PeriodOutcome } from './schema.ts'

const nameOf = (kind: string) => dossierKind(kind).name

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
  const { record: name, min } = rule.params
  const wanted = [name, ...companionsOf(name)]
  const found = (input.dossiers ?? []).filter(({ forYear, date }) => forYear === year && date <= input.today)
  const scope = { kind: 'branch' as const, ...input.branch }
  const periods = periodsOfYear(rule.params.period, year).map((period): PeriodOutcome => {
    const inPeriod = found.filter((record) => isOfPeriod(record, period))
    const byKind = wanted.map((kind) => inPeriod.filter(({ countsAs }) => countsAs.includes(kind)))
    const count = Math.min(...byKind.map((records) => records.length))
    const deadline = recordDeadline(name, period)
    const holds = isEffective(rule, period)
    const state = periodState(period, { holds, count, min, graceMonths: 0, deadline }, input.today)
    const lacking = wanted.filter((_, at) => (byKind[at]?.length ?? 0) < min)
    // Of several that are wanted, those that are there need not be looked for again.
    const note = lacking.length > 0 && lacking.length < wanted.length ? { note: `还缺${lacking.map(nameOf).join('、')}` } : {}
    return explained(
      { period: period.id, state, records: asProof(byKind.flat()), ...note },
      explanationOf(input.explanations, rule.id, scope.id, period.id),
    )
  })
  return [{ scope, periods }]
}
