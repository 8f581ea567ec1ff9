import { useMutation } from '@tanstack/react-query'
import { Form, Input, Modal } from 'antd'
import { orpc } from '#renderer/api/client.ts'
import { useToday } from '#renderer/api/session.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PlainDatePicker } from '#renderer/ui/PlainDatePicker.tsx'
import type { FollowUp } from '#shared/activities/follow-ups.ts'
import { chineseDate, type PlainDate } from '#shared/kernel/dates.ts'

interface DoneDialogProps {
  /** Null: closed. */
  readonly followUp: FollowUp | null
  readonly onClose: () => void
}

interface DoneValues {
  readonly doneOn: PlainDate
  readonly doneNote?: string
}

const formId = 'follow-up-done'

/** 落实: on which day, and how. */
export function DoneDialog({ followUp, onClose }: DoneDialogProps) {
  const today = useToday()
  const save = useMutation(orpc.activities.setFollowUp.mutationOptions({ onSuccess: onClose }))
  const close = () => {
    save.reset()
    onClose()
  }
  return (
    <Modal
      open={followUp !== null}
      onCancel={close}
      destroyOnHidden
      title="会后落实"
      okText="已落实"
      okButtonProps={{ htmlType: 'submit', form: formId, loading: save.isPending }}
      cancelText="取消"
    >
      {followUp && (
        <>
          <p>{followUp.text}</p>
          <p className="small faint done-from">
            {chineseDate(followUp.date)}「{followUp.title}」{followUp.owner !== '' && `，责任人：${followUp.owner}`}
            {followUp.dueOn !== null && `，${chineseDate(followUp.dueOn)}前完成`}
          </p>
          <Form<DoneValues>
            id={formId}
            layout="vertical"
            requiredMark={false}
            initialValues={{ doneOn: followUp.doneOn ?? today, doneNote: followUp.doneNote }}
            onFinish={({ doneOn, doneNote = '' }) => save.mutate({ id: followUp.id, doneOn, doneNote })}
          >
            <Form.Item name="doneOn" label="完成日期" rules={[{ required: true, message: '请填写完成日期' }]}>
              <PlainDatePicker allowClear={false} />
            </Form.Item>
            <Form.Item name="doneNote" label="完成情况">
              <Input.TextArea rows={3} maxLength={500} placeholder="可以不填" />
            </Form.Item>
          </Form>
          {save.isError && <ErrorBlock inline error={save.error} />}
        </>
      )}
    </Modal>
  )
}
