import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { client } from '#renderer/api/client.ts'
import { describeError } from '#renderer/api/errors.ts'
import { showUndo } from '#renderer/ui/undo-message.tsx'
import type { ActivityState } from '#shared/activities/schema.ts'

interface SignedBackProps {
  readonly id: string
  readonly title: string
  readonly size?: 'small'
}

/** 待签字 → 已签字: the signed paper has come back. The message takes it back. */
export function SignedBack({ id, title, size }: SignedBackProps) {
  const { message } = App.useApp()
  const put = useMutation({
    mutationFn: async (state: ActivityState) => {
      const { revision } = await client.activities.get({ id })
      return client.activities.setState({ id, revision, state })
    },
    onSuccess: (_, state) => {
      if (state === 'signed') showUndo(message, `signed-${id}`, `“${title}”已签回`, () => put.mutate('toSign'))
      else void message.success(`“${title}”又是待签字`)
    },
    onError: (error) => {
      const words = describeError(error)
      void message.error(`${words.title}。${words.advice}`)
    },
  })
  return (
    <Button
      {...(size ? { size } : {})}
      loading={put.isPending}
      aria-label={`已签回：${title}`}
      onClick={() => put.mutate('signed')}
    >
      已签回
    </Button>
  )
}
