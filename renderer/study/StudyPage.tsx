import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { client, orpc } from '#renderer/api/client.ts'
import { downloadDocument } from '#renderer/api/files.ts'
import { useYear } from '#renderer/api/session.ts'
import { MadeNotice } from '#renderer/documents/MadeNotice.tsx'
import { tablePreviewPath } from '#renderer/documents/tables.ts'
import { KindGrid } from '#renderer/dossier/KindGrid.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { dossierKinds } from '#shared/dossier/kinds/index.ts'
import { chineseDate } from '#shared/kernel/dates.ts'
import { GuidanceCards } from './GuidanceCards.tsx'
import { HourDrawer, type ShownHours } from './HourDrawer.tsx'
import { HourTable } from './HourTable.tsx'
import { MissedCard } from './MissedCard.tsx'

/** 学习教育 (PRACTICE §4): the year's hours of every member (`?id=`: those of one of them opened), and what is registered beside the meetings. */
export default function StudyPage() {
  const year = useYear()
  const [, go] = useLocation()
  const [query] = useSearchParams()
  const [asked, setAsked] = useState(query.get('id'))
  const [pressed, setShown] = useState<ShownHours | null>(null)
  const report = useQuery(orpc.study.hours.queryOptions({ input: { year } }))
  const sheet = useMutation({
    meta: { quiet: true },
    mutationFn: () => client.study.makeHourTable({ year }),
    onSuccess: downloadDocument,
  })
  if (report.isError) return <ErrorBlock error={report.error} onRetry={() => void report.refetch()} />
  const { data } = report
  const own = data?.lines.find(({ personId }) => personId === asked)
  const shown: ShownHours | null = pressed ?? (own ? { line: own, of: 'total' } : null)
  return (
    <>
      <PageHeader
        title="学习教育"
        note={
          data && (
            <span className="soft">
              {year}年，截至{chineseDate(data.asOf)}
            </span>
          )
        }
        actions={
          <>
            <Button onClick={() => go(tablePreviewPath('hours'))}>预览打印</Button>
            <Button loading={sheet.isPending} disabled={data?.lines.length === 0} onClick={() => sheet.mutate()}>
              导出 Excel
            </Button>
          </>
        }
        primary={{ label: '记一次集中学习', onClick: () => go('/activities/new?purpose=studySession') }}
      />
      <MadeNotice making={sheet} />
      <div className="dossier-stack">
        <Card title="学时统计" note="点数字看记录，点姓名看这名党员的学习情况">
          {data?.lines.length === 0 ? (
            <EmptyState title="先导入党员花名册" actions={<Button onClick={() => go('/members/import')}>导入花名册</Button>}>
              学时按会议的出席登记和下面登记的培训、线上学习计算。
            </EmptyState>
          ) : (
            data && <HourTable report={data} onShow={setShown} />
          )}
          <p className="small faint">集中学习按会议的出席和学时计算，一次会议每人只计一次；干部学时另计。差额从10月起显示。</p>
        </Card>
        <MissedCard year={year} />
        <GuidanceCards year={year} />
        <KindGrid kinds={dossierKinds.filter(({ page }) => page === 'study')} />
      </div>
      <HourDrawer
        shown={shown}
        onClose={() => {
          setShown(null)
          setAsked(null)
        }}
      />
    </>
  )
}
