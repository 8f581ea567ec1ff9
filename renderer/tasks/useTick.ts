import { useMutation } from '@tanstack/react-query'
import { App } from 'antd'
import { client } from '#renderer/api/client.ts'
import { describeError } from '#renderer/api/errors.ts'
import { useToday } from '#renderer/api/session.ts'
import { showUndo } from '#renderer/ui/undo-message.tsx'
import type { Task } from '#shared/tasks/schema.ts'

/** Ticks a task as done today, or takes the tick away; either can be undone. What was written about it stays. */
export function useTick(): { readonly tick: (task: Task) => void; readonly isPending: boolean } {
  const today = useToday()
  const { message } = App.useApp()
  const save = useMutation({
    mutationFn: ({ task, doneOn, revision }: { task: Task; doneOn: string | null; revision: number }) =>
      client.tasks.setDone({ recordId: task.recordId, revision, index: task.index, doneOn, note: task.note }),
    onSuccess: ({ revision }, { task, doneOn }) =>
      showUndo(message, `${task.recordId} ${task.index}`, doneOn === null ? '已改为未完成' : '已登记完成', () =>
        save.mutate({ task: { ...task, doneOn }, doneOn: task.doneOn, revision }),
      ),
    onError: (error) => void message.error(describeError(error).title),
  })
  return {
    isPending: save.isPending,
    tick: (task) => save.mutate({ task, doneOn: task.doneOn === null ? today : null, revision: task.revision }),
  }
}
