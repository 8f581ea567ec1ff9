import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useLocation, useParams } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { EntryCard } from './EntryCard.tsx'
import { FinalizeButton } from './FinalizeButton.tsx'
import './history.css'

/** 修改记录 of one sitting or person, newest first. */
export default function RecordHistoryPage() {
  const { id = '' } = useParams<{ id?: string }>()
  const [location] = useLocation()
  const history = useQuery(orpc.history.of.queryOptions({ input: { id } }))
  if (history.isError) return <ErrorBlock error={history.error} onRetry={() => void history.refetch()} />
  return (
    <>
      <PageHeader
        title="修改记录"
        note={<span className="soft">{history.data?.title}</span>}
        actions={
          <>
            {location.startsWith('/activities/') && <FinalizeButton activityId={id} />}
            <Button onClick={() => window.history.back()}>返回</Button>
          </>
        }
      />
      {history.data?.entries.length === 0 && (
        <Card>
          <EmptyState title="没有修改记录" />
        </Card>
      )}
      <div className="history">
        {history.data?.entries.map((entry, index) => (
          <EntryCard key={`${entry.deviceId} ${entry.seq}`} entry={entry} isOpen={index === 0} />
        ))}
      </div>
    </>
  )
}
