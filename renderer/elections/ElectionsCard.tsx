import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useLocation } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import '#renderer/dossier/dossier.css'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { dossierKind } from '#shared/dossier/kinds/index.ts'
import { statusText } from '#shared/dossier/text.ts'
import { chineseDate } from '#shared/kernel/dates.ts'

/** The running term, the elections recorded, and what the minutes have beside them. */
export function ElectionsCard() {
  const [, go] = useLocation()
  const overview = useQuery(orpc.elections.overview.queryOptions({ input: {} }))
  if (overview.isError) return <ErrorBlock error={overview.error} onRetry={() => void overview.refetch()} />
  if (!overview.data) return null
  const { term, records, unregistered } = overview.data
  const kind = dossierKind('branchElection')
  const termText = term
    ? `本届${chineseDate(term.start)}起，${chineseDate(term.end)}届满；${chineseDate(term.noticeFrom)}起在首页提醒准备换届`
    : '未登记支部委员会（书记）的任职起始日期，无法计算届满日期'
  return (
    <Card
      title="换届和补选"
      note={termText}
      extra={<Button onClick={() => go('/records/new?kind=branchElection')}>登记换届或补选</Button>}
    >
      {records.length === 0 && <p className="small soft">还没有登记。登记后可以打印请示、选举办法和结果报告。</p>}
      {records.length > 0 && (
        <table className="dossier-list">
          <thead>
            <tr>
              <th scope="col">选举日期</th>
              <th scope="col">名称</th>
              <th scope="col">进展</th>
              <th scope="col">记录编号</th>
            </tr>
          </thead>
          <tbody>
            {records.map((record) => (
              <tr key={record.id}>
                <td>{chineseDate(record.date)}</td>
                <td>
                  <Link href={`/elections/${record.id}`}>{record.title}</Link>
                </td>
                <td>{statusText(kind, record.status)}</td>
                <td className="soft">{record.recordNumber}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {unregistered.length > 0 && (
        <p className="small">
          会议记录里有选举，还没有登记换届或补选，或者登记了还没有采用：
          {unregistered.map(({ activityId, date, office }) => (
            <Link key={`${activityId} ${office}`} href={`/activities/${activityId}`}>
              {chineseDate(date)}选举{office}　
            </Link>
          ))}
        </p>
      )}
    </Card>
  )
}
