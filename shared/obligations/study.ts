import { rosterOfDay } from '../members/roster.ts'
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
}

/** One line for the whole branch: done when nobody lacks anything, never one for each member. */
function wholeYear(rule: Rule, year: number, input: EngineInput, { due, missing, words, records }: Found): ScopeOutcome[] {
  const scope = { kind: 'branch' as const, ...input.branch }
  const periods = periodsOfYear('year', year).map((period) => {
    const holds = isEffective(rule, period) && due > 0
    const state = periodState(period, { holds, count: missing.length === 0 ? 1 : 0, min: 1, graceMonths: 0 }, input.today)
    const note = holds && missing.length > 0 ? { note: `${words}：${listed(missing)}` } : {}
    return explained(
      { period: period.id, state, records: asProof(records), ...note },
      explanationOf(input.explanations, rule.id, scope.id, period.id),
    )
  })
  return [{ scope, periods }]
}

/** Who is meant by a rule on hours: the committee, or every other member; those 不作硬性要求 by neither. */
const isMeant = (line: HourLine, who: RuleOf<'studyHours'>['params']['who']) =>
  line.target !== null && (who === 'committee') === line.isCommittee

/** 党员学时 (党员教育管理工作条例 第二十条); the committee by the rule of its own. */
export function evaluateStudyHours(rule: RuleOf<'studyHours'>, year: number, input: EngineInput): ScopeOutcome[] {
  const { who, min } = rule.params
  const targets = { member: min, committee: min }
  const lines = studyHours(year, { ...input, dossiers: input.dossiers ?? [], targets }).filter((line) => isMeant(line, who))
  const missing = lines.filter((line) => line.missing > 0).map(({ name, total }) => `${name}${total}学时`)
  const entries = new Map(lines.flatMap((line) => line.entries.map((entry) => [entry.recordId, entry] as const)))
  const records = [...entries.values()].map(({ recordId, date, title }) => ({ id: recordId, date, title }))
  return wholeYear(rule, year, input, { due: lines.length, missing, words: `不足${min}学时`, records })
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
