import { effectiveRule } from '#shared/obligations/overrides.ts'
import type { RuleOf } from '#shared/obligations/rule-table.ts'
import type { CadreTargets } from '#shared/study/cadre.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { readOwnRules } from '../obligations/read.ts'
import { rulesOf } from '../obligations/rules.ts'

type Who = RuleOf<'studyHours'>['params']['who']

/** Hours wanted in a year: the rule table with the branch's own numbers. */
export interface Targets {
  readonly member: number
  readonly committee: number
  readonly cadre: CadreTargets
}

/** What is wanted of whom in a year. Cadre hours are asked for only where the branch has switched their rules on. */
export function targetsOf(ledger: OpenLedger, year: number): Targets {
  const { overrides } = readOwnRules(ledger)
  const min = (who: Who): number | null => {
    const original = rulesOf(ledger).rules.find(
      ({ evaluator, params }) => evaluator === 'studyHours' && 'who' in params && params.who === who,
    )
    if (!original) return null
    const { rule, isEnabled } = effectiveRule(original, year, overrides)
    return isEnabled && rule.evaluator === 'studyHours' ? rule.params.min : null
  }
  const member = min('membersNotExempt') ?? 0
  return {
    member,
    // A branch that has switched the local rule off asks of its committee what it asks of everybody.
    committee: min('committee') || member,
    cadre: { divisionLevelAndBelow: min('divisionLevelAndBelow'), countyLevelAndAbove: min('countyLevelAndAbove') },
  }
}
