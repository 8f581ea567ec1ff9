import { triggerStates } from '../talks/triggers.ts'
import type { ScopeOutcome } from './engine.ts'
import { talksOf } from './pair-coverage.ts'
import { asProof, type DossierRecord, type EngineInput } from './records.ts'
import type { RuleOf } from './rule-table.ts'

/** Registered reasons to talk with a member soon, of those that the rule knows. */
export function triggersOf(records: readonly DossierRecord[], reasons: readonly string[]) {
  return records.flatMap(({ id, kind, date, title, reason = '', people }) => {
    const member = people.find(({ personId }) => personId !== null)
    if (kind !== 'talkTrigger' || !reasons.includes(reason) || !member?.personId) return []
    return [{ id, date, reason, title, personId: member.personId, name: member.name ?? '' }]
  })
}

/**
 * 及时谈心谈话 (支部工作条例 第十九条): one row for each member of whom a reason was registered in the year. A period is the day of the
 * reason; it is open until its days are over. Reasons that are a branch's own habit count because the branch registered them.
 */
export function evaluateTriggeredTalks(rule: RuleOf<'triggeredTalk'>, year: number, input: EngineInput): ScopeOutcome[] {
  const { triggers, localTriggers, withinDays } = rule.params
  const known = (input.dossiers ?? []).filter(({ date }) => date <= input.today)
  const inYear = known.filter(({ forYear }) => forYear === year)
  const states = triggerStates(triggersOf(inYear, [...triggers, ...localTriggers]), talksOf(known), withinDays)
  const byPerson = Map.groupBy(states, ({ trigger }) => trigger.personId)
  return [...byPerson].map(([id, own]) => ({
    scope: { kind: 'member' as const, id, name: own[0]?.trigger.name ?? '' },
    periods: own.map(({ trigger, talkId, dueOn }) => ({
      period: trigger.date,
      state: talkId !== null ? ('done' as const) : input.today <= dueOn ? ('open' as const) : ('missing' as const),
      records: asProof(known.filter((record) => record.id === talkId)),
      dueOn,
    })),
  }))
}
