import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { ElectionsCard } from '#renderer/elections/ElectionsCard.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { CaseTable } from './CaseTable.tsx'
import './development.css'

/** 发展与换届 (PRACTICE §4). */
export default function DevelopmentPage() {
  const [, go] = useLocation()
  const cases = useQuery(orpc.development.cases.queryOptions({ input: {} }))
  return (
    <div className="card-stack">
      <PageHeader
        title="发展与换届"
        actions={<Link href="/plans/prepare?purpose=generalMeeting">准备一次支部党员大会</Link>}
        primary={{ label: '登记一名入党申请人', onClick: () => go('/records/new?kind=developmentCase') }}
      />
      {cases.isError && <ErrorBlock error={cases.error} onRetry={() => void cases.refetch()} />}
      <Card title="发展党员" note="一人一条，跨年度">
        {cases.data?.length === 0 && (
          <EmptyState title="还没有登记">收到入党申请后登记在这里：每一步的日期、期限和大会表决会连成一条时间线。</EmptyState>
        )}
        {cases.data && cases.data.length > 0 && <CaseTable cases={cases.data} />}
      </Card>
      <ElectionsCard />
    </div>
  )
}
