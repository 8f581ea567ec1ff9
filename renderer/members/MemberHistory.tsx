import type { PartyGroup } from '#shared/branch/schema.ts'
import { chineseDate } from '#shared/kernel/dates.ts'
import { byText } from '#shared/kernel/order.ts'
import type { MemberDetail } from '#shared/members/schema.ts'
import { intervalKindNames, intervalText, spanText } from './interval-words.ts'

interface HistoryLine {
  readonly key: string
  readonly from: string
  readonly span: string
  readonly text: string
}

/** A person's way in the Party and in this branch, in the order it happened; unknown beginnings first. */
export function historyLines(member: MemberDetail, groups: readonly PartyGroup[]): HistoryLine[] {
  const { person, memberships, intervals } = member
  const single = (key: string, date: string | null, text: string): HistoryLine[] =>
    date === null ? [] : [{ key, from: date, span: chineseDate(date), text }]
  return [
    ...single('joined', person.joinedOn, '入党'),
    ...single('full', person.fullMemberOn, '转为正式党员'),
    ...memberships.map((membership) => ({
      key: membership.id,
      from: membership.validFrom ?? '',
      span: spanText(membership),
      text: `在本支部${membership.leaveReason === '' ? '' : `（${membership.leaveReason}）`}`,
    })),
    ...intervals.map((interval) => ({
      key: interval.id,
      from: interval.validFrom ?? '',
      span: spanText(interval),
      text: [intervalKindNames[interval.kind], intervalText(interval, groups)].filter((part) => part !== '').join('：'),
    })),
  ].toSorted((a, b) => byText(a.from, b.from))
}

export function MemberHistory({ member, groups }: { readonly member: MemberDetail; readonly groups: readonly PartyGroup[] }) {
  return (
    <section aria-label="经历">
      <h2 className="member-section">经历</h2>
      <ul className="member-history">
        {historyLines(member, groups).map((line) => (
          <li key={line.key}>
            <span className="soft">{line.span}</span>
            <span>{line.text}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
