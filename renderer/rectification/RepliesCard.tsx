import { useQuery } from '@tanstack/react-query'
import { orpc } from '#renderer/api/client.ts'
import { RecordTable } from '#renderer/dossier/RecordTable.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { dossierKind } from '#shared/dossier/kinds/index.ts'

/** 半年自查表 and 整改回复 of the year that are kept. */
export function RepliesCard({ year }: { readonly year: number }) {
  const kind = dossierKind('rectificationReply')
  const records = useQuery(orpc.dossier.list.queryOptions({ input: { year, kinds: [kind.key] } }))
  if (records.isError) return <ErrorBlock inline error={records.error} onRetry={() => void records.refetch()} />
  if (!records.data || records.data.length === 0) return null
  return (
    <Card title="半年自查和整改回复" note={`${records.data.length}份`}>
      <RecordTable kind={kind} records={records.data} />
    </Card>
  )
}
