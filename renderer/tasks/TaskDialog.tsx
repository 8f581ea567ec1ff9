import { useMutation } from '@tanstack/react-query'
import { orpc } from '#renderer/api/client.ts'
import { useToday } from '#renderer/api/session.ts'
import { DoneModal } from '#renderer/ui/DoneModal.tsx'
import type { Task } from '#shared/tasks/schema.ts'

/** On which day a task was done, and how. */
export function TaskDialog({ task, onClose }: { readonly task: Task | null; readonly onClose: () => void }) {
  const today = useToday()
  const save = useMutation(orpc.tasks.setDone.mutationOptions({ onSuccess: onClose }))
  const close = () => {
    save.reset()
    onClose()
  }
  return (
    <DoneModal
      isOpen={task !== null}
      title="完成情况"
      okText="保存"
      initial={{ doneOn: task?.doneOn ?? today, note: task?.note ?? '' }}
      isSaving={save.isPending}
      error={save.error}
      onSave={(values) => task && save.mutate({ recordId: task.recordId, revision: task.revision, index: task.index, ...values })}
      onClose={close}
    >
      {task && <p>{task.task}</p>}
    </DoneModal>
  )
}
