import { Form, Input, Modal } from 'antd'
import { type ReactNode, useId } from 'react'
import type { PlainDate } from '#shared/kernel/dates.ts'
import { ErrorBlock } from './ErrorBlock.tsx'
import { PlainDatePicker } from './PlainDatePicker.tsx'

interface DoneValues {
  readonly doneOn: PlainDate
  readonly note?: string
}

interface DoneModalProps {
  readonly isOpen: boolean
  readonly title: string
  readonly okText: string
  /** What was to be done, above the fields. */
  readonly children: ReactNode
  readonly initial: Required<DoneValues>
  readonly isSaving: boolean
  /** Null: none. */
  readonly error: unknown
  readonly onSave: (values: Required<DoneValues>) => void
  readonly onClose: () => void
}

/** On which day something was done, and how. */
export function DoneModal({ isOpen, title, okText, children, initial, isSaving, error, onSave, onClose }: DoneModalProps) {
  const formId = useId()
  return (
    <Modal
      open={isOpen}
      onCancel={onClose}
      destroyOnHidden
      title={title}
      okText={okText}
      okButtonProps={{ htmlType: 'submit', form: formId, loading: isSaving }}
      cancelText="取消"
    >
      {children}
      <Form<DoneValues>
        id={formId}
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        onFinish={({ doneOn, note = '' }) => onSave({ doneOn, note })}
      >
        <Form.Item name="doneOn" label="完成日期" rules={[{ required: true, message: '请填写完成日期' }]}>
          <PlainDatePicker allowClear={false} />
        </Form.Item>
        <Form.Item name="note" label="完成情况">
          <Input.TextArea rows={3} maxLength={500} placeholder="可以不填" />
        </Form.Item>
      </Form>
      {error !== null && <ErrorBlock inline error={error} />}
    </Modal>
  )
}
