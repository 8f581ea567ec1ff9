import { rosterOfDay } from '../members/roster.ts'
import { type Coverage, type Talk, talkCoverage } from '../talks/coverage.ts'
import { isEffective, periodState, type ScopeOutcome } from './engine.ts'
import { explained, explanationOf } from './explained.ts'
import { periodsOfYear } from './periods.ts'
import { asProof, type DossierRecord, type EngineInput } from './records.ts'
import type { RuleOf } from './rule-table.ts'
import { dayOfYear } from './standing.ts'

/** Names shown before 「等」. */
const shown = 8

/** A recorded talk with people on the roster; one of those talked with and nobody else is no pair. */
export function talksOf(records: readonly Pick<DossierRecord, 'id' | 'date' | 'kind' | 'people'>[]): Talk[] {
  return records.flatMap(({ id, date, kind, people }) => {
    const talkerId = people.find(({ role }) => role === 'talker')?.personId
    const partnerIds = people.flatMap(({ role, personId }) => (role === 'partner' && personId !== null ? [personId] : []))
    return kind === 'heartToHeartTalk' && talkerId && partnerIds.length > 0 ? [{ id, date, talkerId, partnerIds }] : []
  })
}

const gapWords = ({ gaps }: Coverage): string => {
  const names = gaps.map((gap) => gap.names.join('—'))
  return `还有${gaps.length}${gaps[0]?.names.length === 2 ? '对' : '人'}没有登记：${names.slice(0, shown).join('、')}${names.length > shown ? '等' : ''}`
}

/** Coverage of the talks of a year in one pairing (支部工作条例 第十九条), by the roster of the last day that is known. */
export function evaluatePairCoverage(rule: RuleOf<'pairCoverage'>, year: number, input: EngineInput): ScopeOutcome[] {
  const scope = { kind: 'branch' as const, ...input.branch }
  const members = rosterOfDay(input.history, dayOfYear(year, input.today)).members
  const inYear = (input.dossiers ?? []).filter(({ forYear, date }) => forYear === year && date <= input.today)
  const coverage = talkCoverage(rule.params.pairs, members, talksOf(inYear), rule.params.min)
  const periods = periodsOfYear(rule.params.period, year).map((period) => {
    const holds = isEffective(rule, period) && coverage.due > 0
    const count = coverage.gaps.length === 0 ? 1 : 0
    const state = periodState(period, { holds, count, min: 1, graceMonths: 0 }, input.today)
    const records = asProof(inYear.filter(({ id }) => coverage.talks.includes(id)))
    const note = holds && coverage.gaps.length > 0 ? { note: gapWords(coverage) } : {}
    return explained(
      { period: period.id, state, records, ...note },
      explanationOf(input.explanations, rule.id, scope.id, period.id),
    )
  })
  return [{ scope, periods }]
}
