import { useMutation } from '@tanstack/react-query'
import { Form, Input, Modal } from 'antd'
import { orpc } from '#renderer/api/client.ts'
import { useToday } from '#renderer/api/session.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PlainDatePicker } from '#renderer/ui/PlainDatePicker.tsx'
import type { PlainDate } from '#shared/kernel/dates.ts'
import type { Problem, ProblemStep } from '#shared/rectification/schema.ts'
import { stepWords } from '#shared/rectification/steps.ts'

/** A step about to be taken. */
export interface NextStep {
  readonly problem: Problem
  readonly step: ProblemStep
}

interface StepValues {
  readonly date: PlainDate
  readonly by?: string
  readonly note?: string
  readonly measure?: string
  readonly due?: PlainDate | null
}

const formId = 'problem-step'

/** What is asked for with a step, beyond its day. */
const hints: Partial<Record<ProblemStep, string>> = {
  circular: '通报限于规定范围。',
  admonishingTalk: '约谈只用于落实不力的，对象是党组织主要负责同志。',
  rechecked: '复查后还没有改好的，下一步选“继续整改”。',
}

/** 反馈、整改、复查、销号, and 通报 or 约谈: on which day, who handled it. */
export function StepDialog({ next, onClose }: { readonly next: NextStep | null; readonly onClose: () => void }) {
  const today = useToday()
  const save = useMutation(orpc.rectification.take.mutationOptions({ onSuccess: onClose }))
  const close = () => {
    save.reset()
    onClose()
  }
  const words = next ? stepWords(next.problem.stage, next.step) : ''
  const isRectifying = next?.step === 'rectifying'
  return (
    <Modal
      open={next !== null}
      onCancel={close}
      destroyOnHidden
      title={words}
      okText={`登记${words}`}
      okButtonProps={{ htmlType: 'submit', form: formId, loading: save.isPending }}
      cancelText="取消"
    >
      {next && (
        <>
          <p>{next.problem.problem}</p>
          {hints[next.step] && <p className="small faint">{hints[next.step]}</p>}
          <Form<StepValues>
            id={formId}
            layout="vertical"
            requiredMark={false}
            initialValues={{ date: today, measure: next.problem.measure, due: next.problem.dueOn }}
            onFinish={({ date, by = '', note = '', measure = '', due }) =>
              save.mutate({
                recordId: next.problem.recordId,
                revision: next.problem.revision,
                step: next.step,
                date,
                by,
                note,
                ...(isRectifying ? { measure, due: due ?? null } : {}),
              })
            }
          >
            <Form.Item name="date" label={`${words}日期`} rules={[{ required: true, message: '请填写日期' }]}>
              <PlainDatePicker allowClear={false} />
            </Form.Item>
            <Form.Item name="by" label="经手人">
              <Input maxLength={60} />
            </Form.Item>
            {isRectifying && (
              <>
                <Form.Item name="measure" label="整改措施">
                  <Input.TextArea rows={3} maxLength={2000} />
                </Form.Item>
                <Form.Item name="due" label="整改时限">
                  <PlainDatePicker />
                </Form.Item>
              </>
            )}
            <Form.Item name="note" label="说明">
              <Input.TextArea rows={2} maxLength={500} placeholder="可以不填" />
            </Form.Item>
          </Form>
          {save.isError && <ErrorBlock inline error={save.error} />}
        </>
      )}
    </Modal>
  )
}
