import { Button } from 'antd'
import type { MemberDetail } from '#shared/members/schema.ts'
import { spanText } from './interval-words.ts'

/** Those whom the branch knows but who are not on the roster of the day: gone, or not yet there. */
export function OthersList({
  members,
  onShow,
}: {
  readonly members: readonly MemberDetail[]
  readonly onShow: (id: string) => void
}) {
  if (members.length === 0) return null
  return (
    <details className="member-others">
      <summary>不在这一天名单上的 {members.length} 人</summary>
      <ul>
        {members.map(({ person, memberships }) => (
          <li key={person.id}>
            <Button type="link" className="member-name" onClick={() => onShow(person.id)}>
              {person.name}
            </Button>
            <span className="small faint">{memberships.map(spanText).join('；')}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
