import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { client, orpc } from '#renderer/api/client.ts'
import { downloadDocument } from '#renderer/api/files.ts'
import { useYear } from '#renderer/api/session.ts'
import { MadeNotice } from '#renderer/documents/MadeNotice.tsx'
import { tablePreviewPath } from '#renderer/documents/tables.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { chineseDate } from '#shared/kernel/dates.ts'
import type { AttendanceLine } from '#shared/reports/schema.ts'
import { AttendanceDrawer } from './AttendanceDrawer.tsx'
import { AttendanceTable } from './AttendanceTable.tsx'
import { rateText } from './attendance-words.ts'

/** 出勤率统计表: each member's line, each line a way to its meetings, and the same as a sheet. */
export function AttendancePage() {
  const [, navigate] = useLocation()
  const year = useYear()
  const report = useQuery(orpc.reports.attendance.queryOptions({ input: { year } }))
  const [shown, setShown] = useState<AttendanceLine | null>(null)
  const sheet = useMutation({
    meta: { quiet: true },
    mutationFn: () => client.reports.makeAttendanceTable({ year }),
    onSuccess: downloadDocument,
  })
  if (report.isError) return <ErrorBlock error={report.error} onRetry={() => void report.refetch()} />
  const { data } = report
  return (
    <>
      <PageHeader
        title={`${year}年度党员出勤率统计表`}
        note={data && <span className="soft">截至{chineseDate(data.asOf)}</span>}
        actions={
          <>
            <Button onClick={() => navigate('/summary')}>组织生活情况一览表</Button>
            <Button onClick={() => navigate(tablePreviewPath('attendance'))}>预览打印</Button>
          </>
        }
        primary={{ label: '导出 Excel', onClick: () => sheet.mutate(), loading: sheet.isPending }}
      />
      <MadeNotice making={sheet} />
      <Card>
        {data?.lines.length === 0 ? (
          <EmptyState
            title={`${year}年还没有出席登记`}
            actions={<Button onClick={() => navigate('/activities/new')}>记一次会</Button>}
          >
            出勤率按会议记录里的出席和请假计算，先有党员名单，再记会议。
          </EmptyState>
        ) : (
          <AttendanceTable lines={data?.lines ?? []} loading={report.isPending} onShow={setShown} />
        )}
        {data && data.lines.length > 0 && (
          <p className="small faint">
            平均出勤率{rateText(data.rateWithoutExempt)}；连同不作硬性要求的党员{rateText(data.rateWithExempt)}。按{data.meetings}
            次会议的出席登记计算，不含支部委员会会议；一次会议含多项内容的，按项分别计算。
            {data.unknownMeetings > 0 && `另有${data.unknownMeetings}次会议名单未录，未计入。`}
          </p>
        )}
      </Card>
      <AttendanceDrawer line={shown} onClose={() => setShown(null)} />
    </>
  )
}
