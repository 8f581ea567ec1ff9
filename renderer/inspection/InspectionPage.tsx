import { useMutation, useQuery } from '@tanstack/react-query'
import { client, orpc } from '#renderer/api/client.ts'
import { downloadDocument } from '#renderer/api/files.ts'
import { useYear } from '#renderer/api/session.ts'
import { MadeNotice } from '#renderer/documents/MadeNotice.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { inspectionKinds } from '#shared/inspection/schema.ts'
import { chineseDate } from '#shared/kernel/dates.ts'
import { FindingGroup } from './FindingGroup.tsx'
import './inspection.css'

/** 迎检自查: what a year's records lack, and where they contradict each other. It points out; it repairs nothing. */
export default function InspectionPage() {
  const year = useYear()
  const inspection = useQuery(orpc.inspection.run.queryOptions({ input: { year } }))
  const abilities = useQuery(orpc.documents.abilities.queryOptions({ input: {} }))
  const sheet = useMutation({
    meta: { quiet: true },
    mutationFn: () => client.inspection.makeSheet({ year, format: abilities.data?.pdf ? 'pdf' : 'docx' }),
    onSuccess: downloadDocument,
  })
  if (inspection.isError) return <ErrorBlock error={inspection.error} onRetry={() => void inspection.refetch()} />
  const found = inspection.data
  return (
    <>
      <PageHeader
        title={`${year}年迎检自查`}
        note={found && <span className="soft">{`截至${chineseDate(found.asOf)}，核对了 ${found.looked} 条记录`}</span>}
        primary={{
          label: '打印自查表',
          onClick: () => sheet.mutate(),
          loading: sheet.isPending,
          disabled: !found || !abilities.data,
        }}
      />
      <MadeNotice making={sheet} />
      {!found && <p className="soft">正在核对…</p>}
      {found && found.findings.length === 0 && (
        <Card>
          <EmptyState title="没有发现问题">核对了未记录、待签字、到期未办，以及日期、时间、人员和内容是否矛盾。</EmptyState>
        </Card>
      )}
      {found && (
        <div className="findings">
          {inspectionKinds.map((kind) => (
            <FindingGroup key={kind} kind={kind} inspection={found} />
          ))}
        </div>
      )}
    </>
  )
}
