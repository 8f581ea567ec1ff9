import { rosterOfDay } from '../members/roster.ts'
import { type CadreLine, cadreHours, fiveYearsOf } from '../study/cadre.ts'
import { type HourLine, studyHours } from '../study/hours.ts'
import { isEffective, periodState, type ScopeOutcome } from './engine.ts'
import { explained, explanationOf } from './explained.ts'
import { periodsOfYear } from './periods.ts'
import { asProof, type EngineInput } from './records.ts'
import type { Rule, RuleOf } from './rule-table.ts'
import { dayOfYear } from './standing.ts'

/** Names shown before 「等」. */
const shown = 8
const listed = (names: readonly string[]) => `${names.slice(0, shown).join('、')}${names.length > shown ? '等' : ''}`

interface Found {
  readonly due: number
  readonly missing: readonly string[]
  readonly words: string
  readonly records: readonly { readonly id: string; readonly date: string; readonly title: string }[]
  /** The years counted together end later: nothing is missing yet. */
  readonly goesOn?: boolean
}

/** One line for the whole branch: done when nobody lacks anything, never one for each member. */
function wholeYear(rule: Rule, year: number, input: EngineInput, found: Found): ScopeOutcome[] {
  const { due, missing, words, records, goesOn = false } = found
  const scope = { kind: 'branch' as const, ...input.branch }
  const periods = periodsOfYear('year', year).map((period) => {
    const holds = isEffective(rule, period) && due > 0
    const judged = periodState(period, { holds, count: missing.length === 0 ? 1 : 0, min: 1, graceMonths: 0 }, input.today)
    const state = goesOn && (judged === 'open' || judged === 'missing') ? 'upcoming' : judged
    const note = holds && missing.length > 0 ? { note: `${words}：${listed(missing)}` } : {}
    return explained(
      { period: period.id, state, records: asProof(records), ...note },
      explanationOf(input.explanations, rule.id, scope.id, period.id),
    )
  })
  return [{ scope, periods }]
}

const unique = <T extends { readonly id: string }>(records: readonly T[]): T[] => [
  ...new Map(records.map((record) => [record.id, record])).values(),
]

/** 干部学时 of the level a rule means, a ledger of its own (干部教育培训工作条例). */
function evaluateCadreHours(rule: RuleOf<'studyHours'>, year: number, input: EngineInput): ScopeOutcome[] {
  const { who, min } = rule.params
  const day = dayOfYear(year, input.today)
  const lines: CadreLine[] = cadreHours(year, day, { ...input, dossiers: input.dossiers ?? [] }).filter(
    ({ level }) => level === who,
  )
  const short = lines.filter(({ sum }) => sum < min).map(({ name, sum }) => `${name}${sum}学时`)
  const { from, to } = fiveYearsOf(year)
  const isLong = rule.params.period === '5-years'
  return wholeYear(rule, year, input, {
    due: lines.length,
    missing: short,
    words: `${isLong ? `${from}—${to}年累计` : ''}不足${min}学时`,
    records: unique(lines.flatMap(({ records }) => records)),
    goesOn: isLong && year < to,
  })
}

/** Who is meant by a rule on hours: the committee, or every other member; those 不作硬性要求 by neither. */
const isMeant = (line: HourLine, who: RuleOf<'studyHours'>['params']['who']) =>
  line.target !== null && (who === 'committee') === line.isCommittee

/** 党员学时 (党员教育管理工作条例 第二十条), the committee by the rule of its own; cadre hours beside it. */
export function evaluateStudyHours(rule: RuleOf<'studyHours'>, year: number, input: EngineInput): ScopeOutcome[] {
  const { who, min, ledger } = rule.params
  if (ledger === 'cadre') return evaluateCadreHours(rule, year, input)
  const targets = { member: min, committee: min }
  const lines = studyHours(year, { ...input, dossiers: input.dossiers ?? [], targets }).filter((line) => isMeant(line, who))
  const missing = lines.filter((line) => line.missing > 0).map(({ name, total }) => `${name}${total}学时`)
  const entries = lines.flatMap((line) => line.entries.map(({ recordId, date, title }) => ({ id: recordId, date, title })))
  return wholeYear(rule, year, input, { due: lines.length, missing, words: `不足${min}学时`, records: unique(entries) })
}

/** 支部书记和委员每年至少参加1次集中培训. */
export function evaluateTraining(rule: RuleOf<'memberFrequency'>, year: number, input: EngineInput): ScopeOutcome[] {
  const members = rosterOfDay(input.history, dayOfYear(year, input.today)).members.filter(({ isCommittee }) => isCommittee)
  const records = (input.dossiers ?? []).filter(
    ({ countsAs, forYear, date }) => countsAs.includes('centralTraining') && forYear === year && date <= input.today,
  )
  const times = (personId: string) => records.filter(({ people }) => people.some((person) => person.personId === personId)).length
  const missing = members.filter(({ personId }) => times(personId) < rule.params.min).map(({ name }) => name)
  return wholeYear(rule, year, input, { due: members.length, missing, words: '还没有登记', records })
}
