import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { client, orpc } from '#renderer/api/client.ts'
import { downloadDocument } from '#renderer/api/files.ts'
import { useToday } from '#renderer/api/session.ts'
import { MadeNotice } from '#renderer/documents/MadeNotice.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import type { FollowUp } from '#shared/activities/follow-ups.ts'
import { chineseDate } from '#shared/kernel/dates.ts'
import { DoneDialog } from './DoneDialog.tsx'
import './followups.css'
import { byDone, byDue } from './order.ts'

/** 会后落实: what meetings decided, who does it and until when, and what has been done. */
export function FollowUpsPage() {
  const [isDone, setDone] = useState(false)
  const [doing, setDoing] = useState<FollowUp | null>(null)
  const followUps = useQuery(orpc.activities.followUps.queryOptions({ input: {} }))
  const undo = useMutation(orpc.activities.setFollowUp.mutationOptions())
  const abilities = useQuery(orpc.documents.abilities.queryOptions({ input: {} }))
  const make = useMutation({
    meta: { quiet: true },
    mutationFn: () => client.documents.makeFollowUps({ open: !isDone, format: abilities.data?.pdf ? 'pdf' : 'docx' }),
    onSuccess: downloadDocument,
  })
  if (followUps.isError) return <ErrorBlock error={followUps.error} onRetry={() => void followUps.refetch()} />
  const all = followUps.data ?? []
  const open = all.filter(({ doneOn }) => doneOn === null).toSorted(byDue)
  const done = all.filter(({ doneOn }) => doneOn !== null).toSorted(byDone)
  const lines = isDone ? done : open
  return (
    <>
      <PageHeader
        title="会后落实"
        note={
          <Segmented
            aria-label="状态"
            value={isDone ? 'done' : 'open'}
            onChange={(value) => setDone(value === 'done')}
            options={[
              { value: 'open', label: `待落实 ${open.length}` },
              { value: 'done', label: `已落实 ${done.length}` },
            ]}
          />
        }
        primary={{
          label: '打印跟踪清单',
          onClick: () => make.mutate(),
          loading: make.isPending,
          disabled: lines.length === 0 || !abilities.data,
        }}
      />
      <MadeNotice making={make} />
      {undo.isError && <ErrorBlock inline error={undo.error} />}
      <Card>
        {followUps.isPending && <p className="soft">正在读取…</p>}
        {followUps.data && lines.length === 0 && (
          <EmptyState
            title={isDone ? '还没有已落实的事项' : '没有待落实的事项'}
            actions={<Link href="/activities">看组织生活记录</Link>}
          >
            会议记录的议定事项里写明责任人或完成时限的，会列在这里，直到落实。
          </EmptyState>
        )}
        {lines.length > 0 && (
          <FollowUpTable
            lines={lines}
            isDone={isDone}
            onDone={setDoing}
            onUndo={({ id }) => undo.mutate({ id, doneOn: null, doneNote: '' })}
          />
        )}
      </Card>
      <DoneDialog followUp={doing} onClose={() => setDoing(null)} />
    </>
  )
}

interface FollowUpTableProps {
  readonly lines: readonly FollowUp[]
  readonly isDone: boolean
  readonly onDone: (followUp: FollowUp) => void
  readonly onUndo: (followUp: FollowUp) => void
}

function FollowUpTable({ lines, isDone, onDone, onUndo }: FollowUpTableProps) {
  const today = useToday()
  return (
    <table className="follow-ups">
      <thead>
        <tr>
          <th scope="col">议定事项</th>
          <th scope="col">责任人</th>
          <th scope="col">完成时限</th>
          {isDone && <th scope="col">完成情况</th>}
          <th scope="col">
            <span className="screen-reader-only">操作</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((followUp) => {
          const { id, text, owner, dueOn, doneOn, doneNote, activityId, title, date } = followUp
          const isLate = doneOn === null && dueOn !== null && dueOn < today
          return (
            <tr key={id}>
              <td>
                {text}
                <span className="small faint follow-up-from">
                  {chineseDate(date)} <Link href={`/activities/${activityId}`}>{title}</Link>
                </span>
              </td>
              <td>{owner === '' ? '未写明' : owner}</td>
              <td className="nowrap">
                {dueOn === null ? '未写明' : chineseDate(dueOn)}
                {isLate && <span className="pill state-missing">已过期</span>}
              </td>
              {isDone && (
                <td>
                  <span className="pill state-done">✓ {doneOn !== null && chineseDate(doneOn)}</span>
                  {doneNote !== '' && <span className="follow-up-note">{doneNote}</span>}
                </td>
              )}
              <td className="nowrap follow-up-tools">
                {isDone ? (
                  <>
                    <Button size="small" aria-label={`修改完成情况：${text}`} onClick={() => onDone(followUp)}>
                      修改
                    </Button>
                    <Button size="small" aria-label={`恢复为待落实：${text}`} onClick={() => onUndo(followUp)}>
                      恢复为待落实
                    </Button>
                  </>
                ) : (
                  <Button size="small" aria-label={`落实：${text}`} onClick={() => onDone(followUp)}>
                    落实
                  </Button>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
