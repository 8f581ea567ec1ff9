import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { Link } from 'wouter'
import { client, orpc } from '#renderer/api/client.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { purposeNames } from '#shared/activities/labels.ts'
import { dossierKind } from '#shared/dossier/kinds/index.ts'
import type { BinLine } from '#shared/history/schema.ts'
import './history.css'
import { moment } from './moment.ts'

const kindText = ({ dossierKind: kind, purposes }: BinLine) =>
  kind ? dossierKind(kind).name : purposes.map((purpose) => purposeNames[purpose]).join('、')

/** 回收站: nothing is erased, everything can come back. */
export default function BinPage() {
  const bin = useQuery(orpc.history.bin.queryOptions({ input: {} }))
  const { message } = App.useApp()
  const restore = useMutation({
    mutationFn: ({ id, dossierKind: kind }: BinLine) => (kind ? client.dossier : client.activities).restore({ id }),
    onSuccess: (_, line) => void message.success(`已取回“${line.title}”`),
  })
  if (bin.isError) return <ErrorBlock error={bin.error} onRetry={() => void bin.refetch()} />
  return (
    <>
      <PageHeader title="回收站" note={<span className="soft">删除的记录都在这里，不会自动清除</span>} />
      {restore.isError && <ErrorBlock inline error={restore.error} />}
      <Card>
        {bin.data?.length === 0 && <EmptyState title="回收站是空的" />}
        <ul className="recent-list">
          {bin.data?.map((line) => (
            <li key={line.id}>
              <span className="soft">{line.date}</span>
              <span className="bin-title">
                {line.title || kindText(line)}
                <span className="small soft">{moment(line.removedAt)} 删除</span>
              </span>
              <span className="recent-records">
                <Link href={`/${line.dossierKind ? 'records' : 'activities'}/${line.id}/history`}>修改记录</Link>
                <Button
                  size="small"
                  aria-label={`取回${line.title}`}
                  disabled={restore.isPending}
                  onClick={() => restore.mutate(line)}
                >
                  取回
                </Button>
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </>
  )
}
