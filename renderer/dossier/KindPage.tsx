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
import './dossier.css'
import { RecordTable } from './RecordTable.tsx'

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
