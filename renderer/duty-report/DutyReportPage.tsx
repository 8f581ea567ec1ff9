import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { client, orpc } from '#renderer/api/client.ts'
import { downloadDocument } from '#renderer/api/files.ts'
import { useYear } from '#renderer/api/session.ts'
import { MadeNotice } from '#renderer/documents/MadeNotice.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { FigureDrawer } from '#renderer/yearbook/FigureDrawer.tsx'
import { FigureTable } from '#renderer/yearbook/FigureTable.tsx'
import '#renderer/yearbook/yearbook.css'
import { chineseDate } from '#shared/kernel/dates.ts'
import type { Figure } from '#shared/yearbook/schema.ts'
import './duty-report.css'
import { ReportEditor } from './ReportEditor.tsx'

/** 述职 (年终述责, DOMAIN 5.3, 8.5): the numbers with their records, and the report written from them. */
export default function DutyReportPage() {
  const year = useYear()
  const [, navigate] = useLocation()
  const [shown, setShown] = useState<Figure | null>(null)
  const report = useQuery(orpc.dutyReport.get.queryOptions({ input: { year } }))
  const abilities = useQuery(orpc.documents.abilities.queryOptions({ input: {} }))
  const make = useMutation({
    meta: { quiet: true },
    mutationFn: (format: 'pdf' | 'docx') => client.dutyReport.make({ year, format }),
    onSuccess: downloadDocument,
  })
  if (report.isError) return <ErrorBlock error={report.error} onRetry={() => void report.refetch()} />
  const { data } = report
  return (
    <>
      <PageHeader
        title="述职"
        note={
          <span className="soft">
            {year}年{data && data.reporter !== '' ? `　述职人：${data.reporter}` : ''}
          </span>
        }
        actions={
          <>
            {data?.kept && <Button onClick={() => navigate(`/records/${data.kept?.id}`)}>评议结果和附件</Button>}
            <Button loading={make.isPending && make.variables === 'docx'} onClick={() => make.mutate('docx')}>
              导出 Word
            </Button>
          </>
        }
        primary={{
          label: '打印',
          onClick: () => make.mutate(abilities.data?.pdf ? 'pdf' : 'docx'),
          loading: make.isPending && make.variables === 'pdf',
          disabled: !abilities.data,
        }}
      />
      <MadeNotice making={make} />
      {report.isPending && <p className="soft">正在汇总…</p>}
      {data && (
        <div className="duty-columns">
          <ReportEditor key={`${year} ${data.kept?.id}`} report={data} />
          <Card title="数据" note={`截至${chineseDate(data.asOf)}，点数据看依据`}>
            <FigureTable figures={data.figures} isCompared={false} onShow={setShown} />
          </Card>
        </div>
      )}
      <FigureDrawer figure={shown} onClose={() => setShown(null)} />
    </>
  )
}
