import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { format } from 'date-fns'
import { Link } from 'wouter'
import { client, orpc } from '#renderer/api/client.ts'
import type { ActivityDraft } from '#shared/activities/contract.ts'

/** Forms that were left without saving, so that none is forgotten. */
export function DraftsBar() {
  const drafts = useQuery(orpc.activities.drafts.queryOptions({ input: {} }))
  const drop = useMutation({ mutationFn: (id: string) => client.activities.dropDraft({ id }) })
  if (!drafts.data || drafts.data.length === 0) return null
  return (
    <ul className="drafts-bar" aria-label="没有保存的草稿">
      {drafts.data.map((draft) => (
        <li key={draft.id}>
          <span className="pill state-explained">未保存</span>
          <span>{draft.title === '' ? '未命名的会议' : draft.title}</span>
          <span className="small faint">{format(new Date(draft.savedAt), 'M月d日 HH:mm')}</span>
          <span className="drafts-tools">
            <Link href={addressOf(draft)}>继续填写</Link>
            <Button
              type="text"
              size="small"
              loading={drop.isPending && drop.variables === draft.id}
              onClick={() => drop.mutate(draft.id)}
            >
              放弃
            </Button>
          </span>
        </li>
      ))}
    </ul>
  )
}

const addressOf = (draft: ActivityDraft) =>
  draft.activityId === null ? `/activities/new?draft=${draft.id}` : `/activities/${draft.activityId}`
