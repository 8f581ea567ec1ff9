import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { useToday } from '#renderer/api/session.ts'
import { DoneDialog } from '#renderer/followups/DoneDialog.tsx'
import { byDue } from '#renderer/followups/order.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import type { FollowUp } from '#shared/activities/follow-ups.ts'
import { chineseDate } from '#shared/kernel/dates.ts'

const shown = 5

/** The next decisions that wait to be carried out. */
export function OpenFollowUpsCard() {
  const today = useToday()
  const [doing, setDoing] = useState<FollowUp | null>(null)
  const followUps = useQuery(orpc.activities.followUps.queryOptions({ input: { open: true } }))
  if (followUps.isError) return <ErrorBlock inline error={followUps.error} onRetry={() => void followUps.refetch()} />
  const open = (followUps.data ?? []).toSorted(byDue)
  return (
    <Card title="会后落实" note={`${open.length}项待落实`} extra={<Link href="/follow-ups">全部</Link>}>
      {followUps.data && open.length === 0 && <p className="soft">没有待落实的事项。</p>}
      <ul className="plans-follow-ups">
        {open.slice(0, shown).map((followUp) => (
          <li key={followUp.id}>
            <span>
              {followUp.text}
              <span className={followUp.dueOn !== null && followUp.dueOn < today ? 'small late' : 'small faint'}>
                {[followUp.owner, followUp.dueOn === null ? '' : `${chineseDate(followUp.dueOn)}前`]
                  .filter((part) => part !== '')
                  .join('，')}
                {followUp.dueOn !== null && followUp.dueOn < today && '，已过期'}
              </span>
            </span>
            <Button size="small" aria-label={`落实：${followUp.text}`} onClick={() => setDoing(followUp)}>
              落实
            </Button>
          </li>
        ))}
      </ul>
      <DoneDialog followUp={doing} onClose={() => setDoing(null)} />
    </Card>
  )
}
