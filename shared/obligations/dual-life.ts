import { isMembersForm } from '../activities/own-forms.ts'
import { overlaps, rosterOfDay } from '../members/roster.ts'
import { isEffective, knownDays, periodState, type ScopeOutcome } from './engine.ts'
import { explained, explanationOf } from './explained.ts'
import { periodsOfYear } from './periods.ts'
import { asProof, type EngineInput, isHeld } from './records.ts'
import type { RuleOf } from './rule-table.ts'
import type { PeriodOutcome } from './schema.ts'
import { dayOfYear } from './standing.ts'

/**
 * 双重组织生活 (党员教育管理工作条例 第十六条): sittings of the branch or their group that a leading cadre attended as an ordinary
 * member, proved by the attendance stored with them; meetings of the committee alone are none.
 */
export function evaluateDualLife(rule: RuleOf<'memberFrequency'>, year: number, input: EngineInput): ScopeOutcome[] {
  const { history, today } = input
  const held = input.records.filter((record) => isHeld(record, today))
  return rosterOfDay(history, dayOfYear(year, today)).members.flatMap((member): ScopeOutcome[] => {
    const cadre = history.intervals.filter((each) => each.kind === 'leadingCadre' && each.personId === member.personId)
    const attended = held.filter((record) =>
      record.parts.some(
        (part) =>
          isMembersForm(part, record.parts) &&
          part.attendance?.some((row) => row.personId === member.personId && row.present) === true,
      ),
    )
    const scope = { kind: 'member' as const, id: member.personId, name: member.name }
    const periods = periodsOfYear(rule.params.period, year).map((period): PeriodOutcome => {
      const { from, to } = knownDays(period, today)
      const records = attended.filter((record) => period.from <= record.date && record.date <= period.to)
      const holds = isEffective(rule, period) && cadre.some((interval) => overlaps(interval, from, to))
      const state = periodState(period, { holds, count: records.length, min: rule.params.min, graceMonths: 0 }, today)
      const explanation = explanationOf(input.explanations, rule.id, scope.id, period.id)
      return explained({ period: period.id, state, records: asProof(records) }, explanation)
    })
    return periods.some((period) => period.state !== 'notApplicable') ? [{ scope, periods }] : []
  })
}
