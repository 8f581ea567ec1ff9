import { useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { Link } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { useToday } from '#renderer/api/session.ts'
import { momentText } from '#renderer/ledger/words.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import type { AccessEntry } from '#shared/lock/schema.ts'

/** 查看登记: who has looked at what is sealed, newest first. */
export function AccessCard() {
  const today = useToday()
  const accesses = useQuery(orpc.lock.accesses.queryOptions({ input: {} }))
  if (accesses.isError) return <ErrorBlock inline error={accesses.error} onRetry={() => void accesses.refetch()} />
  return (
    <Card title="查看登记" note="谁在什么时候看过不公开的内容；只记看过，不记看到了什么">
      <Table<AccessEntry>
        size="small"
        rowKey="id"
        loading={accesses.isPending}
        dataSource={accesses.data ?? []}
        locale={{ emptyText: '还没有人看过' }}
        pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: '时间', dataIndex: 'at', render: (at: string) => momentText(at, today) },
          { title: '查看', dataIndex: 'what' },
          {
            title: '对象',
            key: 'whose',
            render: (_, { whose, link }) => (link === null ? whose || '已不在' : <Link href={link}>{whose}</Link>),
          },
          { title: '电脑用户', dataIndex: 'who' },
        ]}
      />
    </Card>
  )
}
