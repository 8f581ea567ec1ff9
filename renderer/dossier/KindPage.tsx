import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useParams } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { useYear } from '#renderer/api/session.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import type { DossierKind } from '#shared/dossier/kind.ts'
import { dossierKind, isDossierKind } from '#shared/dossier/kinds/index.ts'
import type { Dossier } from '#shared/dossier/schema.ts'
import { statusText } from '#shared/dossier/text.ts'
import { chineseDate } from '#shared/kernel/dates.ts'
import './dossier.css'

function RecordTable({ kind, records }: { kind: DossierKind; records: readonly Dossier[] }) {
  return (
    <table className="dossier-list">
      <thead>
        <tr>
          <th scope="col">{kind.dateLabel ?? '日期'}</th>
          <th scope="col">名称</th>
          {kind.roles && <th scope="col">人员</th>}
          {kind.statuses && <th scope="col">进展</th>}
          <th scope="col">附件</th>
          <th scope="col">记录编号</th>
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <tr key={record.id}>
            <td>{chineseDate(record.date)}</td>
            <td>
              <Link href={`/records/${record.id}`}>{record.title}</Link>
              {record.isLate && <span className="small faint"> 补录</span>}
            </td>
            {kind.roles && <td>{record.people.map(({ name }) => name).join('、')}</td>}
            {kind.statuses && <td>{statusText(kind, record.status)}</td>}
            <td>{record.attachments.length === 0 ? '' : `${record.attachments.length}个`}</td>
            <td className="soft">{record.recordNumber}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function KindList({ kind }: { kind: DossierKind }) {
  const year = useYear()
  const [, go] = useLocation()
  const records = useQuery(orpc.dossier.list.queryOptions({ input: { year, kinds: [kind.key] } }))
  const add = () => go(`/records/new?kind=${kind.key}`)
  if (records.isError) return <ErrorBlock error={records.error} onRetry={() => void records.refetch()} />
  return (
    <>
      <PageHeader
        title={kind.name}
        note={<span className="soft">{year}年</span>}
        actions={<Link href="/records">全部种类</Link>}
        primary={{ label: '登记一条', onClick: add }}
      />
      <Card>
        {records.data?.length === 0 && <EmptyState title={`${year}年还没有登记`}>{kind.purpose}</EmptyState>}
        {records.data && records.data.length > 0 && <RecordTable kind={kind} records={records.data} />}
      </Card>
    </>
  )
}

/** The year's records of one kind. */
export default function KindPage() {
  const { kind } = useParams<{ kind: string }>()
  if (!isDossierKind(kind)) return <EmptyState title="没有这一类记录" actions={<Link href="/records">看全部种类</Link>} />
  return <KindList kind={dossierKind(kind)} />
}
