import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { Link } from 'wouter'
import { client } from '#renderer/api/client.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { showUndo } from '#renderer/ui/undo-message.tsx'
import { chineseDate } from '#shared/kernel/dates.ts'
import type { Untracked } from '#shared/rectification/schema.ts'

/** What meetings put on their 整改清单 and nobody tracks yet; each becomes a record with one click. */
export function UntrackedCard({ lines }: { readonly lines: readonly Untracked[] }) {
  const { message } = App.useApp()
  const remove = useMutation({ mutationFn: (id: string) => client.dossier.remove({ id }) })
  const track = useMutation({
    mutationFn: ({ activityId, partId, index }: Untracked) => client.rectification.track({ activityId, partId, index }),
    onSuccess: ({ id, recordNumber }) => showUndo(message, id, `已登记，记录编号 ${recordNumber}`, () => remove.mutate(id)),
  })
  if (lines.length === 0) return null
  return (
    <Card title="会议整改清单里的" note={`${lines.length}项还没有单独登记`}>
      {track.isError && <ErrorBlock inline error={track.error} />}
      <ul className="untracked">
        {lines.map((line) => (
          <li key={`${line.partId} ${line.index}`}>
            <span>
              {line.problem}
              <span className="small faint problem-from">
                <Link href={`/activities/${line.activityId}`}>{line.meeting}</Link> {chineseDate(line.date)}
                {line.owner !== '' && `　责任人：${line.owner}`}
                {line.due !== '' && `　时限：${line.due}`}
              </span>
            </span>
            <Button size="small" loading={track.isPending} aria-label={`登记：${line.problem}`} onClick={() => track.mutate(line)}>
              登记
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
