import { isMembersForm } from '../activities/own-forms.ts'
import { lastDayOf, type PlainDate } from '../kernel/dates.ts'
import { byText } from '../kernel/order.ts'
import { rosterOfDay } from '../members/roster.ts'
import type { RosterEntry } from '../members/schema.ts'
import type { ScopeOutcome } from './engine.ts'
import { asProof, type EngineInput, isHeld, type PartRecord, type SittingRecord } from './records.ts'
import type { RuleOf } from './rule-table.ts'
import { dayOfYear, type Judgement, notKnown, standingOutcome } from './standing.ts'

/** What a sitting says about a member: there or on leave, missing without leave, or nothing. */
type Mark = 'seen' | 'missing'

function markOf(part: PartRecord, member: RosterEntry, leaveCounts: boolean): Mark | null {
  const row = part.attendance?.find((each) => each.personId === member.personId)
  if (row?.exempt || row?.reason === 'exempt') return null
  if (row?.present) return 'seen'
  if (row) return leaveCounts && row.reason !== 'unexcused' ? 'seen' : 'missing'
  // 名单未录 names absentees only: who is not named may have been there, and an alert needs proof.
  if (part.rosterKnown !== false) return null
  return part.purpose === 'groupMeeting' && part.groupId !== member.groupId ? null : 'seen'
}

/** The months up to the last one over, newest first, in which the member was due somewhere and never seen. */
function absentMonths(rule: RuleOf<'absenceAlert'>, member: RosterEntry, records: readonly SittingRecord[], day: PlainDate) {
  const marks = records.flatMap((record) => {
    const forms = record.parts.filter((part) => isMembersForm(part, record.parts))
    const own = forms.flatMap((part) => markOf(part, member, rule.params.leaveCountsAsPresence) ?? [])
    return own.length === 0 ? [] : [{ record, mark: own.includes('seen') ? ('seen' as const) : ('missing' as const) }]
  })
  const months = [...Map.groupBy(marks, ({ record }) => record.date.slice(0, 7))].toSorted(([a], [b]) => byText(b, a))
  const absent: { month: string; records: SittingRecord[] }[] = []
  for (const [month, all] of months) {
    if (all.some(({ mark }) => mark === 'seen')) break
    // The running month may still bring them: it ends a row of absences, it does not lengthen one.
    if (lastDayOf(month) <= day) absent.push({ month, records: all.map(({ record }) => record) })
  }
  return { isKnown: marks.length > 0, absent }
}

/**
 * Members who for so many months on end neither came nor asked for leave. Months in which they were due nowhere are
 * passed over; members of whom nothing hard is asked (党员教育管理工作条例 第二十三条) are never in it. A reminder to ask after
 * them, not a finding.
 */
export function evaluateAbsences(rule: RuleOf<'absenceAlert'>, year: number, input: EngineInput): ScopeOutcome[] {
  const day = dayOfYear(year, input.today)
  const records = input.records.filter((record) => isHeld(record, day))
  return rosterOfDay(input.history, day).members.map((member) =>
    standingOutcome(rule, { kind: 'member', id: member.personId, name: member.name }, year, input, (): Judgement => {
      if (member.exemptReason !== null) return notKnown('不作硬性要求')
      const { isKnown, absent } = absentMonths(rule, member, records, day)
      if (!isKnown) return notKnown('没有出席记录')
      if (absent.length < rule.params.months) return { state: 'done' }
      return {
        state: 'missing',
        note: `${absent.at(-1)?.month ?? ''}至${absent[0]?.month ?? ''}连续${absent.length}个月没有参加，也没有请假记录`,
        records: asProof(absent.flatMap((month) => month.records)),
      }
    }),
  )
}
