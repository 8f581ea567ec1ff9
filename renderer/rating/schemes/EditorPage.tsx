import { useQuery } from '@tanstack/react-query'
import { useSearch } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { gated } from '../RatingGate.tsx'
import { SchemeForm } from './SchemeForm.tsx'

/** A scheme to be edited (`?id=`), copied (`&copy=1`), or, without an id, the program's own as a copy. */
function EditorPage() {
  const query = new URLSearchParams(useSearch())
  const id = query.get('id')
  const isCopy = id === null || query.get('copy') !== null
  // Never fetched anew while it is edited.
  const found = useQuery({ ...orpc.rating.schemes.get.queryOptions({ input: { id } }), staleTime: Number.POSITIVE_INFINITY })
  if (found.isError) return <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <p className="soft">正在读取…</p>
  const { scheme, isUsed } = found.data
  return (
    <SchemeForm
      key={`${id}-${isCopy}`}
      initial={isCopy && id !== null ? { ...scheme, schemeName: `${scheme.schemeName}（副本）`.slice(0, 200) } : scheme}
      id={isCopy ? null : id}
      isUsed={isUsed && !isCopy}
    />
  )
}

export default gated(EditorPage)
