import { useQuery } from '@tanstack/react-query'
import { Link, Redirect, useParams, useSearch } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import type { DossierKind } from '#shared/dossier/kind.ts'
import { dossierKind, isDossierKind } from '#shared/dossier/kinds/index.ts'
import type { Dossier } from '#shared/dossier/schema.ts'
import { RecordForm } from './RecordForm.tsx'

/** The form of a record, with what was typed into it and not saved. */
function WithDraft({ kind, saved }: { readonly kind: DossierKind; readonly saved: Dossier | null }) {
  const wanted = new URLSearchParams(useSearch()).get('draft')
  // Always read anew: a form that was just left has kept its draft a moment ago.
  const drafts = useQuery({ ...orpc.dossier.drafts.queryOptions({ input: {} }), staleTime: 0, gcTime: 0 })
  if (drafts.isError) return <ErrorBlock error={drafts.error} onRetry={() => void drafts.refetch()} />
  if (!drafts.data) return <p className="soft">正在读取…</p>
  const own = drafts.data.filter((draft) => draft.kind === kind.key && draft.recordId === (saved?.id ?? null))
  const draft = own.find(({ id }) => id === wanted) ?? own[0] ?? null
  return <RecordForm key={saved?.id ?? kind.key} kind={kind} saved={saved} draft={draft} />
}

function formOfKind(kind: DossierKind, saved: Dossier | null) {
  if (kind.hasOwnForm && kind.ownPage) return <Redirect to={kind.ownPage} replace />
  return <WithDraft kind={kind} saved={saved} />
}

/** A plan or list of a year that begins with what an earlier one had. */
function FromEarlier({ kind, id, year }: { readonly kind: DossierKind; readonly id: string; readonly year: number }) {
  const proposed = useQuery({ ...orpc.tasks.propose.queryOptions({ input: { id, year } }), staleTime: Number.POSITIVE_INFINITY })
  if (proposed.isError) return <ErrorBlock error={proposed.error} onRetry={() => void proposed.refetch()} />
  if (!proposed.data) return <p className="soft">正在读取…</p>
  return <RecordForm key={id} kind={kind} saved={null} proposed={proposed.data} />
}

/** One dated record, new (`/records/new?kind=`, `&from=&year=` from an earlier one) or saved (`/records/:id`). */
export default function RecordPage() {
  const { id } = useParams<{ id?: string }>()
  const query = new URLSearchParams(useSearch())
  const asked = query.get('kind') ?? ''
  const from = query.get('from')
  const found = useQuery({ ...orpc.dossier.get.queryOptions({ input: { id: id ?? '' } }), enabled: id !== undefined })
  if (id === undefined) {
    if (!isDossierKind(asked)) return <EmptyState title="没有这一类记录" actions={<Link href="/records">看全部种类</Link>} />
    if (from !== null) return <FromEarlier kind={dossierKind(asked)} id={from} year={Number(query.get('year'))} />
    return formOfKind(dossierKind(asked), null)
  }
  if (found.isError) return <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <p className="soft">正在读取…</p>
  return formOfKind(dossierKind(found.data.kind), found.data)
}
