import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useLocation } from 'wouter'
import { client, orpc } from '#renderer/api/client.ts'
import { downloadDocument } from '#renderer/api/files.ts'
import { useYear } from '#renderer/api/session.ts'
import { MadeNotice } from '#renderer/documents/MadeNotice.tsx'
import { tablePreviewPath } from '#renderer/documents/tables.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { chineseDate } from '#shared/kernel/dates.ts'
import { useOpenPick } from './useOpenPick.tsx'
import { YearTable } from './YearTable.tsx'

/** The table of the year with 合计, 应开 and 完成率, each number a way to its records, and the same as a sheet. */
export function SummaryPage() {
  const [, navigate] = useLocation()
  const year = useYear()
  const summary = useQuery(orpc.obligations.summary.queryOptions({ input: { year } }))
  const { open, drawer } = useOpenPick()
  const sheet = useMutation({
    meta: { quiet: true },
    mutationFn: () => client.documents.makeYearTable({ year }),
    onSuccess: downloadDocument,
  })
  if (summary.isError) return <ErrorBlock error={summary.error} onRetry={() => void summary.refetch()} />
  return (
    <>
      <PageHeader
        title={`${year}年度组织生活情况一览表`}
        note={summary.data && <span className="soft">截至{chineseDate(summary.data.asOf)}</span>}
        actions={
          <>
            <Button onClick={() => navigate('/summary/attendance')}>党员出勤率统计表</Button>
            <Button onClick={() => navigate(tablePreviewPath('year'))}>预览打印</Button>
          </>
        }
        primary={{ label: '导出 Excel', onClick: () => sheet.mutate(), loading: sheet.isPending }}
      />
      <MadeNotice making={sheet} />
      <Card>
        {summary.data ? <YearTable full summary={summary.data} onOpen={open} /> : <p className="soft">正在汇总…</p>}
        <p className="small faint">完成率＝已开的月（季、年）数÷应开的月（季、年）数；同一季度开几次也只算一个季度。</p>
      </Card>
      {drawer}
    </>
  )
}
