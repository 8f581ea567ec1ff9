import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { useYear } from '#renderer/api/session.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import type { DossierKind } from '#shared/dossier/kind.ts'
import './dossier.css'

/** Kinds of records with how many the year has of each, and the way to a new one. */
export function KindGrid({ kinds }: { kinds: readonly DossierKind[] }) {
  const year = useYear()
  const records = useQuery(orpc.dossier.list.queryOptions({ input: { year, kinds: kinds.map(({ key }) => key) } }))
  if (records.isError) return <ErrorBlock error={records.error} onRetry={() => void records.refetch()} />
  const counts = Map.groupBy(records.data ?? [], ({ kind }) => kind)
  return (
    <div className="kind-grid">
      {kinds.map((kind) => (
        <Card key={kind.key} title={kind.name}>
          <p className="small soft">{kind.purpose}</p>
          <p>
            <span className="kind-count">{counts.get(kind.key)?.length ?? 0}</span> <span className="soft">条</span>
          </p>
          <p className="kind-actions">
            <Link href={kind.ownPage ?? `/records/kind/${kind.key}`}>查看</Link>
            {!kind.hasOwnForm && <Link href={`/records/new?kind=${kind.key}`}>登记一条</Link>}
          </p>
        </Card>
      ))}
    </div>
  )
}
