import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { absenceReasonNames } from '#shared/activities/labels.ts'
import { chineseDate } from '#shared/kernel/dates.ts'
import type { MissedSession } from '#shared/study/contract.ts'

/** Where 补学 for a session begins, with who missed it filled in. */
export const makeUpAddress = (sittingId: string, personId?: string): string =>
  `/records/new?kind=makeUpStudy&sitting=${sittingId}${personId ? `&person=${personId}` : ''}`

function Names({ people }: Pick<MissedSession, 'people'>) {
  return people.map(({ personId, name, reason }, at) => (
    <span key={personId}>
      {at > 0 && '、'}
      <Link href={`/study/members/${personId}`}>{name}</Link>
      {reason !== null && <span className="faint small">（{absenceReasonNames[reason]}）</span>}
    </span>
  ))
}

/** Study sessions of the year that somebody has still to make up; nothing while there is none. */
export function MissedCard({ year }: { readonly year: number }) {
  const missed = useQuery(orpc.study.missed.queryOptions({ input: { year } }))
  if (missed.isError) return <ErrorBlock error={missed.error} onRetry={() => void missed.refetch()} />
  const open = (missed.data ?? [])
    .map((session) => ({ ...session, people: session.people.filter(({ madeUpIn }) => madeUpIn === null) }))
    .filter(({ people }) => people.length > 0)
  if (open.length === 0) return null
  return (
    <Card title="缺席待补学" note={`${open.length}次学习`}>
      <table className="dossier-list">
        <thead>
          <tr>
            <th scope="col">日期</th>
            <th scope="col">学习</th>
            <th scope="col">缺席的党员</th>
            <th scope="col">
              <span className="screen-reader-only">操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {open.map(({ sittingId, date, title, people }) => (
            <tr key={sittingId}>
              <td>{chineseDate(date)}</td>
              <td>
                <Link href={`/activities/${sittingId}`}>{title}</Link>
              </td>
              <td>
                <Names people={people} />
              </td>
              <td>
                <Link href={makeUpAddress(sittingId)}>登记补学</Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small faint">不作硬性要求的党员不列。补了学的不列在这里；学时与原来那次只计一次。</p>
    </Card>
  )
}
