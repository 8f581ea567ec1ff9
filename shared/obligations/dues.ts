import { months } from '../dues/dues.ts'
import { monthDeadline, monthsDue, unpaid } from '../dues/months.ts'
import { isEffective, type ScopeOutcome } from './engine.ts'
import { explained, explanationOf } from './explained.ts'
import { periodsOfYear } from './periods.ts'
import type { EngineInput } from './records.ts'
import type { RuleOf } from './rule-table.ts'
import type { PeriodOutcome, PeriodState } from './schema.ts'
import { branchScope } from './standing.ts'

/** Names shown before 「等」. */
const shown = 6

/**
 * 党费 month by month (党章 第九条): done when everybody who was a member at its end has a tick. Where the branch pays by the
 * quarter a month waits for the end of its quarter. A year without a table is not judged: nobody knows how it was kept.
 */
export function evaluateDues(rule: RuleOf<'memberFrequency'>, year: number, input: EngineInput): ScopeOutcome[] {
  const kept = input.dues?.find((table) => table.year === year)
  const scope = branchScope(input)
  const members = input.history.persons.map(({ id, name }) => ({ personId: id, name, due: monthsDue(input.history, id, year) }))
  const periods = periodsOfYear('month', year).map((period, at): PeriodOutcome => {
    const month = months[at] ?? 1
    const deadline = monthDeadline(year, month, input.paysDuesQuarterly === true)
    const isDue = kept !== undefined && isEffective(rule, period) && members.some(({ due }) => due[at] === 'yes')
    const missing = isDue ? unpaid(kept.lines, members, month) : []
    const state = (): PeriodState => {
      if (!isDue) return 'notApplicable'
      if (missing.length === 0) return 'done'
      if (period.from > input.today) return 'upcoming'
      return input.today <= deadline ? 'open' : 'missing'
    }
    const names = `${missing.slice(0, shown).join('、')}${missing.length > shown ? '等' : ''}`
    const note = missing.length > 0 ? { note: `${missing.length}人没有打勾：${names}` } : {}
    const records = kept && missing.length === 0 && isDue ? [{ id: kept.id, date: kept.date, title: kept.title }] : []
    const explanation = explanationOf(input.explanations, rule.id, scope.id, period.id)
    return explained({ period: period.id, state: state(), records, dueOn: deadline, ...note }, explanation)
  })
  return [{ scope, periods }]
}
