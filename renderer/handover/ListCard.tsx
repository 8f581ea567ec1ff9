import { useMutation } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { client } from '#renderer/api/client.ts'
import { downloadDocument } from '#renderer/api/files.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import type { HandoverLine, HandoverView } from '#shared/handover/schema.ts'

/** 移交清单 as a file to print. */
export function ListButtons() {
  const make = useMutation({
    meta: { quiet: true },
    mutationFn: (format: 'pdf' | 'docx') => client.handover.list({ format }),
    onSuccess: downloadDocument,
  })
  return (
    <>
      <span className="handover-buttons">
        <Button size="small" loading={make.isPending} onClick={() => make.mutate('pdf')}>
          移交清单 PDF
        </Button>
        <Button size="small" loading={make.isPending} onClick={() => make.mutate('docx')}>
          移交清单 Word
        </Button>
      </span>
      {make.isError && <ErrorBlock inline error={make.error} />}
    </>
  )
}

/** What is handed over, as the printed list has it. */
export function ListCard({ view }: { readonly view: HandoverView }) {
  const { lines } = view.state.copied?.facts ?? view.facts
  return (
    <Card title="移交清单" note={view.state.copied ? '按复制数据时清点' : '按现在清点'} extra={<ListButtons />}>
      <Table<HandoverLine>
        size="small"
        rowKey="name"
        pagination={false}
        scroll={{ y: 420 }}
        dataSource={[...lines]}
        locale={{ emptyText: '还没有记录' }}
        columns={[
          { title: '内容', dataIndex: 'name' },
          { title: '数量', key: 'count', width: 100, render: (_, { count, unit }) => `${count} ${unit}` },
          { title: '说明', dataIndex: 'note' },
        ]}
      />
    </Card>
  )
}
