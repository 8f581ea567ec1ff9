import { Segmented, Table } from 'antd'
import type { ColumnsType } from 'antd/es/table'
import { useMemo, useState } from 'react'
import type { ImportPreview, RowRemark } from '#shared/files/schema.ts'
import { Card } from './Card.tsx'

type PreviewRow = ImportPreview['rows'][number]
type Filter = 'all' | 'skip' | 'doubt'

const statusWords: Record<PreviewRow['status'], { readonly text: string; readonly className: string }> = {
  new: { text: '＋ 新增', className: 'state-done' },
  update: { text: '↻ 更新', className: 'state-open' },
  skip: { text: '× 不导入', className: 'state-missing' },
}

function byRow(remarks: readonly RowRemark[]): Map<number, string[]> {
  const found = new Map<number, string[]>()
  for (const { row, reason } of remarks) found.set(row, [...(found.get(row) ?? []), reason])
  return found
}

function Remarks({ reasons, className }: { readonly reasons: readonly string[] | undefined; readonly className: string }) {
  return reasons?.map((reason) => (
    <div key={reason} className={`import-remark ${className}`}>
      {reason}
    </div>
  ))
}

/** Every row as it was read, with the reason where it cannot be taken and the doubt where there is one. */
export function ImportPreviewTable({ preview, unit }: { readonly preview: ImportPreview; readonly unit: string }) {
  const [filter, setFilter] = useState<Filter>('all')
  const skipped = useMemo(() => byRow(preview.skipped), [preview.skipped])
  const doubts = useMemo(() => byRow(preview.warnings), [preview.warnings])
  // A row may be left out (a sum row) without standing among the rows that were read.
  const rows = useMemo(() => {
    const read = new Set(preview.rows.map((row) => row.row))
    const others = [...skipped.keys(), ...doubts.keys()].filter((row) => !read.has(row))
    const unread = [...new Set(others)].map((row): PreviewRow => ({ row, cells: [], status: skipped.has(row) ? 'skip' : 'update' }))
    return [...preview.rows, ...unread].toSorted((a, b) => a.row - b.row)
  }, [preview.rows, skipped, doubts])
  const shown = rows.filter((row) => filter === 'all' || (filter === 'skip' ? row.status === 'skip' : doubts.has(row.row)))

  const hasRemarks = skipped.size + doubts.size > 0
  const remarks: ColumnsType<PreviewRow> = [
    {
      title: '原因和提醒',
      width: 280,
      fixed: 'left',
      render: (_: unknown, row: PreviewRow) => (
        <>
          <Remarks reasons={skipped.get(row.row)} className="import-skip" />
          <Remarks reasons={doubts.get(row.row)} className="import-doubt" />
        </>
      ),
    },
  ]
  const columns: ColumnsType<PreviewRow> = [
    { title: '行', dataIndex: 'row', width: 56, fixed: 'left' },
    {
      title: '处理',
      dataIndex: 'status',
      width: 100,
      fixed: 'left',
      render: (status: PreviewRow['status']) => (
        <span className={`pill ${statusWords[status].className}`}>{statusWords[status].text}</span>
      ),
    },
    ...(hasRemarks ? remarks : []),
    ...preview.columns.map((title, index) => ({
      title,
      key: `column-${index}`,
      width: 130,
      ellipsis: true,
      render: (_: unknown, row: PreviewRow) => row.cells[index] ?? '',
    })),
  ]
  return (
    <Card
      title={`读到 ${rows.length} 行`}
      note={`可导入 ${preview.imported} ${unit}，不导入 ${skipped.size} 行，有提醒 ${doubts.size} 行`}
      extra={
        <Segmented<Filter>
          value={filter}
          onChange={setFilter}
          options={[
            { label: '全部', value: 'all' },
            { label: `不导入 ${skipped.size}`, value: 'skip' },
            { label: `有提醒 ${doubts.size}`, value: 'doubt' },
          ]}
        />
      }
    >
      <Table<PreviewRow>
        size="small"
        rowKey="row"
        columns={columns}
        dataSource={shown}
        scroll={{ x: 'max-content', y: 'calc(100vh - 300px)' }}
        pagination={shown.length > 200 ? { pageSize: 200, showSizeChanger: false } : false}
        locale={{ emptyText: '没有这样的行' }}
      />
    </Card>
  )
}
