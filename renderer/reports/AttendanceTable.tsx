import { Button, Table } from 'antd'
import type { ColumnsType } from 'antd/es/table'
import { NameText } from '#renderer/ui/NameText.tsx'
import { memberCategoryNames } from '#shared/members/labels.ts'
import type { AttendanceLine } from '#shared/reports/schema.ts'
import { leaveText, rateText } from './attendance-words.ts'

interface AttendanceTableProps {
  readonly lines: readonly AttendanceLine[]
  readonly loading: boolean
  readonly onShow: (line: AttendanceLine) => void
}

/** The columns of the printed table, in its order. */
export function AttendanceTable({ lines, loading, onShow }: AttendanceTableProps) {
  const times = (key: 'due' | 'present' | 'leave' | 'unexcused') => (_: unknown, line: AttendanceLine) => (
    <Button type="link" size="small" disabled={line.records.length === 0} onClick={() => onShow(line)}>
      {line[key]}
    </Button>
  )
  const columns: ColumnsType<AttendanceLine> = [
    { title: '序号', width: 64, render: (_: unknown, __: AttendanceLine, index: number) => index + 1 },
    { title: '姓名', width: 110, render: (_: unknown, line) => <NameText name={line.name} /> },
    { title: '类别', width: 100, render: (_: unknown, line) => memberCategoryNames[line.category] },
    { title: '党小组', width: 120, dataIndex: 'groupName' },
    { title: '应参加次数', width: 100, align: 'right', render: times('due') },
    { title: '实到', width: 80, align: 'right', render: times('present') },
    {
      title: '请假',
      width: 150,
      align: 'right',
      render: (value: unknown, line) => (
        <>
          {times('leave')(value, line)}
          {line.leave > 0 && <div className="small faint">{leaveText(line)}</div>}
        </>
      ),
    },
    { title: '未请假', width: 80, align: 'right', render: times('unexcused') },
    { title: '出勤率', width: 90, align: 'right', render: (_: unknown, line) => rateText(line.rate) },
    { title: '补学', width: 70, align: 'right', render: (_: unknown, line) => line.makeUp ?? '—' },
    { title: '不作硬性要求说明', dataIndex: 'exemptNote' },
  ]
  return (
    <Table<AttendanceLine>
      size="small"
      rowKey="personId"
      pagination={false}
      loading={loading}
      columns={columns}
      dataSource={[...lines]}
    />
  )
}
