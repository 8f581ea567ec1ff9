import { Form, Input, InputNumber } from 'antd'
import { Card } from '#renderer/ui/Card.tsx'
import type { BranchProfile } from '#shared/branch/schema.ts'

export type BranchUpdate = Pick<BranchProfile, 'fullName' | 'shortName' | 'superiorName' | 'settings'>

interface BranchFormProps {
  readonly id: string
  readonly branch: BranchProfile
  readonly onSave: (values: BranchUpdate) => void
}

const required = { required: true, whitespace: true, message: '请填写' }

/** Names on papers, and when a record counts as late. */
export function BranchForm({ id, branch, onSave }: BranchFormProps) {
  // The form hands on only what it shows; the rest of the settings stays.
  const keepOthers = (values: BranchUpdate) => onSave({ ...values, settings: { ...branch.settings, ...values.settings } })
  return (
    <Card title="党支部">
      <Form<BranchUpdate> id={id} layout="vertical" requiredMark={false} initialValues={branch} onFinish={keepOthers}>
        <Form.Item name="fullName" label="全称" rules={[required]} extra="印在请示、报告、通知上，如：中共某局机关第三支部委员会">
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="shortName" label="简称" rules={[required]} extra="印在会议记录上，显示在窗口上方">
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="superiorName" label="上级党组织" extra="如：中共某局直属机关委员会">
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item
          name={['settings', 'lateAfterDays']}
          label="会后多少天录入算补录"
          rules={[{ required: true, message: '请填写天数' }]}
          extra="按纸质记录整理录入、导入旧台账都不算补录。"
        >
          <InputNumber min={0} max={365} precision={0} suffix="天" />
        </Form.Item>
      </Form>
    </Card>
  )
}
