import type { Explanation } from './records.ts'
import type { PeriodOutcome } from './schema.ts'

/** The 情况说明 of a period, if one was given. */
export function explanationOf(
  explanations: readonly Explanation[],
  ruleId: string,
  scopeId: string,
  period: string,
): Explanation | undefined {
  return explanations.find((each) => each.ruleId === ruleId && each.scopeId === scopeId && each.period === period)
}

/** The outcome with its 情况说明: it explains what is missing, and never stands in for a meeting. */
export function explained(outcome: PeriodOutcome, explanation: Explanation | undefined): PeriodOutcome {
  if (!explanation) return outcome
  return { ...outcome, state: outcome.state === 'missing' ? 'explained' : outcome.state, explanation: explanation.text }
}
