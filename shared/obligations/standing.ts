import type { PlainDate } from '../kernel/dates.ts'
import { isEffective, knownDays, type ScopeOutcome } from './engine.ts'
import { explained, explanationOf } from './explained.ts'
import { periodsOfYear } from './periods.ts'
import type { EngineInput } from './records.ts'
import type { Rule } from './rule-table.ts'
import type { PeriodOutcome, RuleScope } from './schema.ts'

/** What a judge says about a year: everything of an outcome but its place. */
export type Judgement = Partial<PeriodOutcome> & Pick<PeriodOutcome, 'state'>

/** Nothing is claimed; `note` says why. */
export const notKnown = (note: string): Judgement => ({ state: 'notApplicable', note })

export const branchScope = ({ branch }: EngineInput): RuleScope => ({ kind: 'branch', ...branch })

/** The last day of a year that is known. */
export const dayOfYear = (year: number, today: PlainDate): PlainDate =>
  knownDays({ from: `${year}-01-01`, to: `${year}-12-31` }, today).to

/**
 * A rule without calendar periods as one outcome of a year: judged on its last day, or today in the running year. A year
 * that has not begun is `upcoming`.
 */
export function standingOutcome(
  rule: Rule,
  scope: RuleScope,
  year: number,
  input: EngineInput,
  judge: (day: PlainDate) => Judgement,
  /** Judged as of today also before the year begins: what is due in its first days is near in the last ones of this. */
  looksAhead = false,
): ScopeOutcome {
  const [period] = periodsOfYear('year', year)
  if (!period) return { scope, periods: [] }
  const judgement = (): Judgement => {
    if (!isEffective(rule, period)) return { state: 'notApplicable' }
    return period.from > input.today && !looksAhead ? { state: 'upcoming' } : judge(dayOfYear(year, input.today))
  }
  const outcome = { records: [], ...judgement(), period: period.id }
  return { scope, periods: [explained(outcome, explanationOf(input.explanations, rule.id, scope.id, period.id))] }
}
