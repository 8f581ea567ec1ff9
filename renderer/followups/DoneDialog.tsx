import { useMutation } from '@tanstack/react-query'
import { orpc } from '#renderer/api/client.ts'
import { useToday } from '#renderer/api/session.ts'
import { DoneModal } from '#renderer/ui/DoneModal.tsx'
import type { FollowUp } from '#shared/activities/follow-ups.ts'
import { chineseDate } from '#shared/kernel/dates.ts'

interface DoneDialogProps {
  /** Null: closed. */
  readonly followUp: FollowUp | null
  readonly onClose: () => void
}

/** 落实: on which day, and how. */
export function DoneDialog({ followUp, onClose }: DoneDialogProps) {
  const today = useToday()
  const save = useMutation(orpc.activities.setFollowUp.mutationOptions({ onSuccess: onClose }))
  const close = () => {
    save.reset()
    onClose()
  }
  return (
    <DoneModal
      isOpen={followUp !== null}
      title="会后落实"
      okText="已落实"
      initial={{ doneOn: followUp?.doneOn ?? today, note: followUp?.doneNote ?? '' }}
      isSaving={save.isPending}
      error={save.error}
      onSave={({ doneOn, note }) => followUp && save.mutate({ id: followUp.id, doneOn, doneNote: note })}
      onClose={close}
    >
      {followUp && (
        <>
          <p>{followUp.text}</p>
          <p className="small faint done-from">
            {chineseDate(followUp.date)}「{followUp.title}」{followUp.owner !== '' && `，责任人：${followUp.owner}`}
            {followUp.dueOn !== null && `，${chineseDate(followUp.dueOn)}前完成`}
          </p>
        </>
      )}
    </DoneModal>
  )
}
