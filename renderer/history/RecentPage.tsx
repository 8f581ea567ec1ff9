import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import type { RecentChange } from '#shared/history/schema.ts'
import './history.css'
import { moment } from './moment.ts'

const addressOf = ({ kind, id }: RecentChange['records'][number]) =>
  `/${{ person: 'members', activity: 'activities', dossier: 'records' }[kind]}/${id}/history`

/** The newest changes of the whole ledger. */
export default function RecentPage() {
  const recent = useQuery(orpc.history.recent.queryOptions({ input: { limit: 100 } }))
  if (recent.isError) return <ErrorBlock error={recent.error} onRetry={() => void recent.refetch()} />
  return (
    <>
      <PageHeader title="修改记录" note={<span className="soft">最近 100 次</span>} />
      <Card>
        {recent.data?.length === 0 && <EmptyState title="还没有修改记录" />}
        <ul className="recent-list">
          {recent.data?.map((change) => (
            <li key={`${change.deviceId} ${change.seq}`}>
              <span className="soft">{moment(change.at)}</span>
              <span>{change.what}</span>
              <span className="recent-records">
                {change.records.slice(0, 3).map((record) => (
                  <Link key={record.id} href={addressOf(record)}>
                    {record.title || record.date}
                  </Link>
                ))}
                {change.records.length > 3 && <span className="soft">等</span>}
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </>
  )
}
