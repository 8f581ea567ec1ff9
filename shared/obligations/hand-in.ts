import { plusDays } from '../kernel/dates.ts'
import type { ScopeOutcome } from './engine.ts'
import { asProof, type EngineInput } from './records.ts'
import type { RuleOf } from './rule-table.ts'
import { branchScope, standingOutcome } from './standing.ts'

/** Days before the day of handing in from which it is on the list. */
const noticeDays = 30

/**
 * 《党支部工作手册》一年一本: that of a year is handed in for inspection on a day of the next one, which the branch sets as its
 * superior asks (notices of 机关党委). Off until the branch switches it on.
 */
export function evaluateHandIn(rule: RuleOf<'handIn'>, year: number, input: EngineInput): ScopeOutcome[] {
  const { record } = rule.params
  const dueOn = `${year + 1}-${input.handbookDay ?? '01-31'}`
  const handed = (input.dossiers ?? []).filter(
    ({ kind, forYear, date }) => kind === record && forYear === year && date <= input.today,
  )
  const judge = () => {
    if (handed.length > 0) return { state: 'done' as const, records: asProof(handed) }
    if (input.today > dueOn) return { state: 'missing' as const, dueOn }
    return { state: input.today >= plusDays(dueOn, -noticeDays) ? ('open' as const) : ('upcoming' as const), dueOn }
  }
  return [standingOutcome(rule, branchScope(input), year, input, judge)]
}
