import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { useYear } from '#renderer/api/session.ts'
import { readFormDraft } from '#renderer/dossier/draft.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { duesLines } from '#shared/dues/dues.ts'
import { DuesForm } from './DuesForm.tsx'
import { duesKind, duesMembers } from './dues-model.ts'

/** 党费: one table a year, ticked month by month. */
export default function DuesPage() {
  const year = useYear()
  const [, go] = useLocation()
  const [forgotten, setForgotten] = useState<readonly string[]>([])
  const kinds = [duesKind.key]
  const roster = useQuery(orpc.members.all.queryOptions({ input: {} }))
  const branch = useQuery(orpc.branch.get.queryOptions({ input: {} }))
  const kept = useQuery(orpc.dossier.list.queryOptions({ input: { year, kinds } }))
  const before = useQuery(orpc.dossier.list.queryOptions({ input: { year: year - 1, kinds } }))
  // Always read anew: a form that was just left has kept its draft a moment ago.
  const drafts = useQuery({ ...orpc.dossier.drafts.queryOptions({ input: {} }), staleTime: 0, gcTime: 0 })
  const failed = [roster, branch, kept, before, drafts].find((answer) => answer.isError)
  if (failed) return <ErrorBlock error={failed.error} onRetry={() => void failed.refetch()} />
  if (!roster.data || !branch.data || !kept.data || !before.data || !drafts.data) return <p className="soft">正在读取…</p>
  const saved = kept.data[0] ?? null
  const members = duesMembers(roster.data, year)
  if (members.length === 0 && !saved)
    return <EmptyState title="先导入党员花名册" actions={<Button onClick={() => go('/members/import')}>导入花名册</Button>} />
  const draft = drafts.data.find(
    (each) =>
      !forgotten.includes(each.id) &&
      each.kind === duesKind.key &&
      each.recordId === (saved?.id ?? null) &&
      readFormDraft(each, null)?.form.forYear === year,
  )
  return (
    <DuesForm
      key={`${year} ${saved?.revision ?? 0}`}
      year={year}
      saved={saved}
      members={members}
      isQuarterly={branch.data.settings.paysDuesQuarterly}
      lastYear={duesLines(before.data[0]?.content ?? {})}
      draft={draft ?? null}
      onForgotten={(id) => setForgotten((all) => [...all, id])}
    />
  )
}
