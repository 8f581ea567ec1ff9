import { checkGrades, gradeWords, usualAppraisal } from '../appraisal/grades.ts'
import { gradesByPerson } from '../appraisal/opinion.ts'
import { stepNames, stepsFound } from '../appraisal/steps.ts'
import { type PlainDate, plusDays } from '../kernel/dates.ts'
import { rosterOfDay } from '../members/roster.ts'
import { isEffective, type ScopeOutcome } from './engine.ts'
import { explained, explanationOf } from './explained.ts'
import { periodsOfYear } from './periods.ts'
import { asProof, type DossierRecord, type EngineInput, isHeld, type SittingRecord } from './records.ts'
import type { Rule, RuleOf } from './rule-table.ts'
import { branchScope } from './standing.ts'

/** Days after the meeting within which the 评定意见 is usually given. */
const opinionDays = 30

interface Found {
  readonly records: readonly Pick<SittingRecord, 'id' | 'date' | 'title'>[]
  readonly problems: readonly string[]
}

/** Nothing is claimed before there is a record; what does not fit is pointed out, with the reason in words. */
function ofYear(rule: Rule, year: number, input: EngineInput, { records, problems }: Found): ScopeOutcome[] {
  const scope = branchScope(input)
  const periods = periodsOfYear('year', year).map((period) => {
    const holds = isEffective(rule, period) && records.length > 0
    const state = !holds ? ('notApplicable' as const) : problems.length === 0 ? ('done' as const) : ('missing' as const)
    const note = holds && problems.length > 0 ? { note: problems.join('；') } : {}
    const outcome = { period: period.id, state, records: asProof(records), ...note }
    return explained(outcome, explanationOf(input.explanations, rule.id, scope.id, period.id))
  })
  return [{ scope, periods }]
}

/** The 评定意见 of a year (归属年度) as of today, oldest first; the last is the one that holds. */
export const opinionsOf = (input: Pick<EngineInput, 'dossiers' | 'today'>, year: number): DossierRecord[] =>
  (input.dossiers ?? [])
    .filter(({ kind, forYear, date }) => kind === 'appraisalOpinion' && forYear === year && date <= input.today)
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))

/** 民主评议 by its steps, and the opinion that follows it (支部工作条例 第十八条). */
export function evaluateSteps(rule: RuleOf<'steps'>, year: number, input: EngineInput): ScopeOutcome[] {
  const held = input.records
    .filter((record) => isHeld(record, input.today))
    .map((record) => ({
      record,
      parts: record.parts.filter(({ purpose, forYear }) => purpose === 'democraticAppraisal' && forYear === year),
    }))
    .filter(({ parts }) => parts.length > 0)
    .toSorted((a, b) => (a.record.date < b.record.date ? -1 : 1))
  const parts = held.flatMap((each) => each.parts)
  const lines = parts.flatMap(({ details, agendaTitles = [] }) => {
    const procedure = details?.procedure ?? []
    return procedure.length > 0 ? procedure : agendaTitles
  })
  const hasTotals = parts.some(({ details }) => details?.ballots !== undefined || (details?.tallies?.length ?? 0) > 0)
  const { missing, isInOrder } = stepsFound(lines, hasTotals, rule.params.steps)
  const last: PlainDate | undefined = held.at(-1)?.record.date
  const lacksOpinion = last !== undefined && input.today > plusDays(last, opinionDays) && opinionsOf(input, year).length === 0
  return ofYear(rule, year, input, {
    records: held.map(({ record }) => record),
    problems: [
      ...(missing.length > 0 ? [`会议记录里没有${missing.map((step) => stepNames[step]).join('、')}`] : []),
      ...(isInOrder ? [] : ['程序的先后请核对']),
      ...(lacksOpinion ? ['评定意见还没有登记'] : []),
    ],
  })
}

/** 等次 of the year against the members of the day they were given (DOMAIN 2.3, 2.4). */
export function evaluateGrades(rule: RuleOf<'grades'>, year: number, input: EngineInput): ScopeOutcome[] {
  const opinion = opinionsOf(input, year).findLast(({ grades }) => (grades?.length ?? 0) > 0)
  if (!opinion) return ofYear(rule, year, input, { records: [], problems: [] })
  const settings = input.appraisal ?? usualAppraisal
  const { members } = rosterOfDay(input.history, opinion.date)
  const check = checkGrades(members, gradesByPerson(opinion.grades ?? [], members), settings, rule.params.excellentShare)
  return ofYear(rule, year, input, { records: [opinion], problems: gradeWords(check, settings) })
}
