import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { client, orpc } from '#renderer/api/client.ts'
import { downloadDocument } from '#renderer/api/files.ts'
import { useYear } from '#renderer/api/session.ts'
import { MadeNotice } from '#renderer/documents/MadeNotice.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { dossierKind } from '#shared/dossier/kinds/index.ts'
import type { Problem } from '#shared/rectification/schema.ts'
import { ProblemRow } from './ProblemRow.tsx'
import './rectification.css'
import { RepliesCard } from './RepliesCard.tsx'
import { type NextStep, StepDialog } from './StepDialog.tsx'
import { UntrackedCard } from './UntrackedCard.tsx'

const counts = (problems: readonly Problem[]): string => {
  const closed = problems.filter(({ stage }) => stage === 'closed').length
  const overdue = problems.filter(({ isOverdue }) => isOverdue).length
  return `${problems.length}项，已销号${closed}项${overdue === 0 ? '' : `，逾期${overdue}项`}`
}

/** 问题整改 (年中督责, DOMAIN 5.3): every problem from 发现 to 销号, the next step as a button. */
export default function ProblemsPage() {
  const year = useYear()
  const [, go] = useLocation()
  const [next, setNext] = useState<NextStep | null>(null)
  const listed = useQuery(orpc.rectification.list.queryOptions({ input: { year } }))
  const abilities = useQuery(orpc.documents.abilities.queryOptions({ input: {} }))
  const back = useMutation(orpc.rectification.takeBack.mutationOptions())
  const make = useMutation({
    meta: { quiet: true },
    mutationFn: () => client.rectification.makeLedger({ year, format: abilities.data?.pdf ? 'pdf' : 'docx' }),
    onSuccess: downloadDocument,
  })
  if (listed.isError) return <ErrorBlock error={listed.error} onRetry={() => void listed.refetch()} />
  const problems = listed.data?.problems ?? []
  return (
    <>
      <PageHeader
        title="问题整改"
        note={<span className="soft">{year}年</span>}
        actions={
          <>
            <Button onClick={() => go(`/records/new?kind=rectificationReply&proposal=selfCheck&year=${year}`)}>半年自查表</Button>
            <Button
              disabled={problems.length === 0}
              onClick={() => go(`/records/new?kind=rectificationReply&proposal=reply&year=${year}`)}
            >
              整改回复
            </Button>
            <Button loading={make.isPending} disabled={problems.length === 0 || !abilities.data} onClick={() => make.mutate()}>
              打印台账
            </Button>
          </>
        }
        primary={{ label: '登记一个问题', onClick: () => go('/records/new?kind=inspectionFinding') }}
      />
      {back.isError && <ErrorBlock inline error={back.error} />}
      <MadeNotice making={make} />
      <div className="dossier-stack">
        <Card title="问题" note={problems.length === 0 ? '' : counts(problems)}>
          {listed.isPending && <p className="soft">正在读取…</p>}
          {listed.data && problems.length === 0 && (
            <EmptyState title={`${year}年还没有登记问题`}>{dossierKind('inspectionFinding').purpose}</EmptyState>
          )}
          <ul>
            {problems.map((problem) => (
              <ProblemRow
                key={problem.recordId}
                problem={problem}
                onStep={(step) => setNext({ problem, step })}
                onBack={() => back.mutate({ recordId: problem.recordId, revision: problem.revision })}
              />
            ))}
          </ul>
        </Card>
        <RepliesCard year={year} />
        <UntrackedCard lines={listed.data?.untracked ?? []} />
      </div>
      <StepDialog next={next} onClose={() => setNext(null)} />
    </>
  )
}
