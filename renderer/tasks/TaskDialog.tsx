import { useMutation } from '@tanstack/react-query'
import { Form, Input, Modal } from 'antd'
import { orpc } from '#renderer/api/client.ts'
import { useToday } from '#renderer/api/session.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PlainDatePicker } from '#renderer/ui/PlainDatePicker.tsx'
import type { PlainDate } from '#shared/kernel/dates.ts'
import type { Task } from '#shared/tasks/schema.ts'

interface TaskValues {
  readonly doneOn: PlainDate
  readonly note?: string
}

const formId = 'task-done'

/** On which day a task was done, and how. */
export function TaskDialog({ task, onClose }: { readonly task: Task | null; readonly onClose: () => void }) {
  const today = useToday()
  const save = useMutation(orpc.tasks.setDone.mutationOptions({ onSuccess: onClose }))
  const close = () => {
    save.reset()
    onClose()
  }
  return (
    <Modal
      open={task !== null}
      onCancel={close}
      destroyOnHidden
      title="完成情况"
      okText="保存"
      okButtonProps={{ htmlType: 'submit', form: formId, loading: save.isPending }}
      cancelText="取消"
    >
      {task && (
        <>
          <p>{task.task}</p>
          <Form<TaskValues>
            id={formId}
            layout="vertical"
            requiredMark={false}
            initialValues={{ doneOn: task.doneOn ?? today, note: task.note }}
            onFinish={({ doneOn, note = '' }) =>
              save.mutate({ recordId: task.recordId, revision: task.revision, index: task.index, doneOn, note })
            }
          >
            <Form.Item name="doneOn" label="完成日期" rules={[{ required: true, message: '请填写完成日期' }]}>
              <PlainDatePicker allowClear={false} />
            </Form.Item>
            <Form.Item name="note" label="完成情况">
              <Input.TextArea rows={3} maxLength={500} placeholder="可以不填" />
            </Form.Item>
          </Form>
          {save.isError && <ErrorBlock inline error={save.error} />}
        </>
      )}
    </Modal>
  )
}
