import { useQuery } from '@tanstack/react-query'
import { Link, Redirect, useParams, useSearch } from 'wouter'
import { client, orpc } from '#renderer/api/client.ts'
import { useToday } from '#renderer/api/session.ts'
import { proposedOpinion } from '#renderer/appraisal/proposed-opinion.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import type { DossierKind } from '#shared/dossier/kind.ts'
import { dossierKind, isDossierKind } from '#shared/dossier/kinds/index.ts'
import type { Dossier, SaveDossier } from '#shared/dossier/schema.ts'
import { begunRecord, isBegun } from './begun.ts'
import { hasSealedTexts } from './draft.ts'
import { RecordForm } from './RecordForm.tsx'

/** The form of a record, with what was typed into it and not saved. */
function WithDraft({ kind, saved }: { readonly kind: DossierKind; readonly saved: Dossier | null }) {
  const query = new URLSearchParams(useSearch())
  const wanted = query.get('draft')
  const today = useToday()
  // Always read anew: a form that was just left has kept its draft a moment ago.
  const drafts = useQuery({ ...orpc.dossier.drafts.queryOptions({ input: {} }), staleTime: 0, gcTime: 0 })
  const own = drafts.data?.filter((draft) => draft.kind === kind.key && draft.recordId === (saved?.id ?? null)) ?? []
  const draft = own.find(({ id }) => id === wanted) ?? own[0] ?? null
  // Such a draft shows sealed texts of a record, and that is logged as every look at them is.
  const look = useQuery({
    ...orpc.dossier.unseal.queryOptions({ input: { id: saved?.id ?? '' } }),
    enabled: saved !== null && draft !== null && hasSealedTexts(draft),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  if (drafts.isError) return <ErrorBlock error={drafts.error} onRetry={() => void drafts.refetch()} />
  if (look.isError) return <ErrorBlock error={look.error} onRetry={() => void look.refetch()} />
  if (!drafts.data || look.isLoading) return <p className="soft">正在读取…</p>
  if (!saved && !draft && isBegun(kind, query))
    return <ProposedRecord kind={kind} address={query.toString()} propose={() => begunRecord(kind, query, today)} />
  return <RecordForm key={saved?.id ?? kind.key} kind={kind} saved={saved} draft={draft} />
}

function formOfKind(kind: DossierKind, saved: Dossier | null) {
  if (kind.hasOwnForm && kind.ownPage) return <Redirect to={kind.ownPage} replace />
  return <WithDraft kind={kind} saved={saved} />
}

/** What a new record can begin with: an earlier plan or list, or what the records say; null: nothing. */
function proposalOf(query: URLSearchParams): (() => Promise<SaveDossier>) | null {
  const year = Number(query.get('year'))
  const from = query.get('from')
  const sitting = query.get('sitting')
  const personId = query.get('person')
  if (from !== null) return () => client.tasks.propose({ id: from, year })
  if (sitting !== null) return () => client.study.proposeMakeUp({ sittingId: sitting, ...(personId ? { personId } : {}) })
  if (query.get('proposal') === 'selfCheck') return () => client.rectification.proposeSelfCheck({ year })
  if (query.get('proposal') === 'opinion') return () => proposedOpinion(year)
  return query.get('proposal') === 'reply' ? () => client.rectification.proposeReply({ year }) : null
}

interface ProposedRecordProps {
  readonly kind: DossierKind
  readonly address: string
  readonly propose: () => Promise<SaveDossier>
}

/** A new record that begins with something; the user's own from then on. */
function ProposedRecord({ kind, address, propose }: ProposedRecordProps) {
  const proposed = useQuery({
    queryKey: ['proposal', address],
    queryFn: propose,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  if (proposed.isError) return <ErrorBlock error={proposed.error} onRetry={() => void proposed.refetch()} />
  if (!proposed.data) return <p className="soft">正在读取…</p>
  return <RecordForm key={address} kind={kind} saved={null} proposed={proposed.data} />
}

/** One dated record, new (`/records/new?kind=`, what is known of it, `&from=`, `&sitting=` or `&proposal=` with `&year=`) or saved (`/records/:id`). */
export default function RecordPage() {
  const { id } = useParams<{ id?: string }>()
  const query = new URLSearchParams(useSearch())
  const asked = query.get('kind') ?? ''
  const found = useQuery({ ...orpc.dossier.get.queryOptions({ input: { id: id ?? '' } }), enabled: id !== undefined })
  if (id === undefined) {
    if (!isDossierKind(asked)) return <EmptyState title="没有这一类记录" actions={<Link href="/records">看全部种类</Link>} />
    const propose = proposalOf(query)
    if (propose) return <ProposedRecord kind={dossierKind(asked)} address={query.toString()} propose={propose} />
    return formOfKind(dossierKind(asked), null)
  }
  if (found.isError) return <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <p className="soft">正在读取…</p>
  return formOfKind(dossierKind(found.data.kind), found.data)
}
