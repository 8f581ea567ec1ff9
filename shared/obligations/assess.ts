import { evaluateAbsences } from './absences.ts'
import { evaluateGrades, evaluateSteps } from './appraisal.ts'
import { evaluateAway } from './away.ts'
import { evaluateDualLife } from './dual-life.ts'
import { evaluateDues } from './dues.ts'
import { evaluateElectionReport, evaluateTermShift } from './elections.ts'
import { evaluateFrequency, type ScopeOutcome } from './engine.ts'
import { evaluateHandIn } from './hand-in.ts'
import { evaluateLectures } from './lectures.ts'
import { effectiveRule, type RuleOverride, rulesVersionOf } from './overrides.ts'
import { evaluatePairCoverage } from './pair-coverage.ts'
import { evaluateRecordFrequency } from './record-frequency.ts'
import type { EngineInput } from './records.ts'
import type { Rule, RuleTable } from './rule-table.ts'
import type { AssessmentStatus, YearAssessment } from './schema.ts'
import { evaluateStructure, isStructureRule } from './structure.ts'
import { evaluateStudyHours, evaluateTraining } from './study.ts'
import { evaluateProbation, evaluateTerm } from './terms.ts'
import { evaluateTriggeredTalks } from './triggered-talks.ts'

export interface RuleOutcomes {
  readonly status: AssessmentStatus
  readonly outcomes: readonly ScopeOutcome[]
}

const computed = (outcomes: readonly ScopeOutcome[]): RuleOutcomes => ({ status: 'computed', outcomes })

/**
 * What is due, done and missing under a rule in a year. Never a claim without records: a superior's duty and a rule that is
 * judged at each record have no outcomes.
 */
export function assessRule(rule: Rule, year: number, input: EngineInput): RuleOutcomes {
  if (rule.scope === 'superior') return { status: 'superior', outcomes: [] }
  if (isStructureRule(rule)) return computed(evaluateStructure(rule, year, input))
  switch (rule.evaluator) {
    case 'frequency':
      return computed(evaluateFrequency(rule, year, input))
    case 'lectureBy':
      return computed(evaluateLectures(rule, year, input))
    case 'termLength':
      return computed(evaluateTerm(rule, year, input))
    case 'probation':
      return computed(evaluateProbation(rule, year, input))
    case 'absenceAlert':
      return computed(evaluateAbsences(rule, year, input))
    case 'awayAlert':
      return computed(evaluateAway(rule, year, input))
    case 'handIn':
      return computed(evaluateHandIn(rule, year, input))
    case 'recordFrequency':
      return computed(evaluateRecordFrequency(rule, year, input))
    case 'pairCoverage':
      return computed(evaluatePairCoverage(rule, year, input))
    case 'termShift':
      return computed(evaluateTermShift(rule, year, input))
    case 'electionReport':
      return computed(evaluateElectionReport(rule, year, input))
    case 'triggeredTalk':
      return computed(evaluateTriggeredTalks(rule, year, input))
    case 'studyHours':
      return computed(evaluateStudyHours(rule, year, input))
    case 'steps':
      return computed(evaluateSteps(rule, year, input))
    case 'grades':
      return computed(evaluateGrades(rule, year, input))
    case 'memberFrequency':
      if (rule.params.record === 'centralTraining') return computed(evaluateTraining(rule, year, input))
      if (rule.params.record === 'dualOrganizationalLife') return computed(evaluateDualLife(rule, year, input))
      return computed(evaluateDues(rule, year, input))
  }
  return { status: 'perRecord', outcomes: [] }
}

/** The whole table for a year, with the branch's own numbers of that year. */
export function assessYear(
  table: RuleTable,
  year: number,
  overrides: readonly RuleOverride[],
  input: Omit<EngineInput, 'table'>,
): YearAssessment {
  const rules = table.rules.map((original) => {
    const { rule, isEnabled } = effectiveRule(original, year, overrides)
    const { status, outcomes } = isEnabled
      ? assessRule(rule, year, { ...input, table })
      : { status: 'disabled' as const, outcomes: [] }
    const { id, text, source, authority } = rule
    return {
      id,
      text,
      source,
      authority,
      status,
      outcomes: outcomes.map(({ scope, periods }) => ({ scope, periods: [...periods] })),
    }
  })
  return { year, asOf: input.today, rulesVersion: rulesVersionOf(table, year, overrides), rules }
}
