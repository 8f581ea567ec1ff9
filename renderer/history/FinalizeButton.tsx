import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { client, orpc } from '#renderer/api/client.ts'
import { describeError } from '#renderer/api/errors.ts'
import { moment } from './moment.ts'

interface FinalizeButtonProps {
  readonly activityId: string
}

/** 定稿, or since when it is. What the checks find is no obstacle: the record may be right and the meeting was not. */
export function FinalizeButton({ activityId }: FinalizeButtonProps) {
  const { message, modal } = App.useApp()
  const activity = useQuery(orpc.activities.get.queryOptions({ input: { id: activityId } }))
  const finalize = useMutation({
    mutationFn: (revision: number) => client.activities.finalize({ id: activityId, revision }),
    onSuccess: () => void message.success('已定稿'),
    onError: (error) => {
      const { title, advice } = describeError(error)
      void message.error(`${title}。${advice}`)
    },
  })
  // A record in the bin has a history too, and nothing to finalize.
  if (!activity.data) return null
  const { finalizedAt, state, revision } = activity.data
  if (finalizedAt) return <span className="soft finalized">{moment(finalizedAt)} 定稿</span>
  if (state !== 'toSign' && state !== 'signed') return null
  const ask = () =>
    void modal.confirm({
      title: '定稿这条记录？',
      content: '定稿以后仍可修改，但每次要填写理由，理由会写进修改记录。',
      okText: '定稿',
      cancelText: '暂不',
      onOk: () => finalize.mutateAsync(revision).catch(() => undefined),
    })
  return (
    <Button onClick={ask} loading={finalize.isPending}>
      定稿
    </Button>
  )
}
