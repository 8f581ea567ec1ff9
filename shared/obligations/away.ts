import { chineseDate, plusDays, plusMonths, yearOf } from '../kernel/dates.ts'
import { byText } from '../kernel/order.ts'
import { rosterOfDay } from '../members/roster.ts'
import type { ScopeOutcome } from './engine.ts'
import { asProof, type DossierRecord, type EngineInput } from './records.ts'
import type { RuleOf } from './rule-table.ts'
import { dayOfYear, type Judgement, standingOutcome } from './standing.ts'

/** The kind of record that says since when a member is away, or out of contact. */
export const awayKind = 'awayMember'

/** Which of its reasons a rule is about. */
const reasonOf = { relationTransfer: 'away', membershipSuspension: 'lostContact' } as const

/** Days before the months are over from which it is on the list. */
const noticeDays = 30

const words = { relationTransfer: '外出', membershipSuspension: '失去联系' } as const

/** What a member is still away for, the longest first. */
const openOn = (records: readonly DossierRecord[], day: string) =>
  records
    .filter(({ date, endDate = null }) => date <= day && (endDate === null || endDate > day))
    .toSorted((a, b) => byText(a.date, b.date) || byText(a.id, b.id))

/**
 * Members who are away for so many months (党员教育管理工作条例 第二十五条: their membership relation moves with them where the
 * place is settled) or out of contact for so many (第二十四条: then 停止党籍 by the regulation). One row for each member on the
 * roster of whom it is registered. Open in the last month before, then missing until the day on which they came back, were
 * found, or the matter was settled: a reminder to act, never a conclusion.
 */
export function evaluateAway(rule: RuleOf<'awayAlert'>, year: number, input: EngineInput): ScopeOutcome[] {
  const { months, follows } = rule.params
  const day = dayOfYear(year, input.today)
  const own = (input.dossiers ?? []).filter(
    ({ kind, reason, date }) => kind === awayKind && reason === reasonOf[follows] && date <= day,
  )
  return rosterOfDay(input.history, day).members.flatMap(({ personId, name }) => {
    const records = own.filter(({ people }) => people.some((person) => person.personId === personId))
    if (!records.some(({ endDate = null }) => endDate === null || yearOf(endDate) >= year)) return []
    const judge = (on: string): Judgement => {
      const [first] = openOn(records, on)
      if (!first) return { state: 'done', records: asProof(records) }
      const dueOn = plusMonths(first.date, months)
      const state = on > dueOn ? 'missing' : on >= plusDays(dueOn, -noticeDays) ? 'open' : 'upcoming'
      const note = `${chineseDate(first.date)}起${words[follows]}，${chineseDate(dueOn)}满${months}个月`
      return { state, dueOn, note, records: asProof([first]) }
    }
    return [standingOutcome(rule, { kind: 'member', id: personId, name }, year, input, judge)]
  })
}
