import { Checkbox, Form, Input, Select } from 'antd'
import { PartialDateInput } from '#renderer/ui/PartialDateInput.tsx'
import { memberCategoryNames } from '#shared/members/labels.ts'
import type { MemberDetail } from '#shared/members/schema.ts'
import { partialDateRule } from './member-form.ts'

const categoryOptions = Object.entries(memberCategoryNames).map(([value, label]) => ({ value, label }))
const genderOptions = [
  { value: '', label: '未填' },
  { value: 'male', label: '男' },
  { value: 'female', label: '女' },
]

/** What the roster asks first: name, category, the dates that decide the vote. */
export function MainFields() {
  return (
    <div className="member-grid">
      <Form.Item name={['person', 'name']} label="姓名" rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name={['person', 'declaredCategory']} label="人员类别">
        <Select options={categoryOptions} />
      </Form.Item>
      <Form.Item name={['person', 'joinedOn']} label="入党日期" rules={[partialDateRule]}>
        <PartialDateInput />
      </Form.Item>
      <Form.Item name={['person', 'fullMemberOn']} label="转正日期" rules={[partialDateRule]}>
        <PartialDateInput />
      </Form.Item>
    </div>
  )
}

/** When the person came to this branch and left it. */
export function MembershipFields() {
  return (
    <div className="member-grid">
      <Form.Item name={['membership', 'validFrom']} label="转入本支部日期" rules={[partialDateRule]}>
        <PartialDateInput placeholder="不清楚可不填" />
      </Form.Item>
      <Form.Item name={['membership', 'validTo']} label="离开本支部日期" rules={[partialDateRule]} extra="这一天仍算在名单内">
        <PartialDateInput placeholder="在本支部的不填" />
      </Form.Item>
      <Form.Item name={['membership', 'leaveReason']} label="离开原因">
        <Input maxLength={100} placeholder="如：组织关系转出" />
      </Form.Item>
      <Form.Item label="流动党员">
        <Form.Item name={['person', 'isMobile']} valuePropName="checked" noStyle>
          <Checkbox>是流动党员</Checkbox>
        </Form.Item>
      </Form.Item>
      <Form.Item name={['person', 'mobileDestination']} label="流动去向">
        <Input maxLength={100} />
      </Form.Item>
    </div>
  )
}

/** What the national form also asks; sealed fields show only their masked form. */
export function OtherFields({ masked }: { readonly masked: MemberDetail['masked'] | null }) {
  return (
    <div className="member-grid">
      <Form.Item name={['person', 'gender']} label="性别">
        <Select options={genderOptions} />
      </Form.Item>
      <Form.Item name={['person', 'ethnicity']} label="民族">
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item name={['person', 'birthDate']} label="出生日期" rules={[partialDateRule]}>
        <PartialDateInput />
      </Form.Item>
      <Form.Item name={['person', 'education']} label="学历">
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name={['person', 'nativePlace']} label="籍贯">
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name={['person', 'job']} label="工作岗位">
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name={['person', 'unit']} label="工作单位">
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={['person', 'note']} label="备注">
        <Input maxLength={500} />
      </Form.Item>
      <p className="small faint member-sealed-note">以下四项已录的只显示一部分；不改就不填，填了就换成新的。</p>
      <Form.Item name={['sealed', 'idNumber']} label="公民身份证号">
        <Input autoComplete="off" maxLength={18} placeholder={masked?.idNumber} />
      </Form.Item>
      <Form.Item name={['sealed', 'mobile']} label="手机号码">
        <Input autoComplete="off" maxLength={20} placeholder={masked?.mobile} />
      </Form.Item>
      <Form.Item name={['sealed', 'phone']} label="固定电话">
        <Input autoComplete="off" maxLength={30} placeholder={masked?.phone} />
      </Form.Item>
      <Form.Item name={['sealed', 'address']} label="家庭住址">
        <Input autoComplete="off" maxLength={200} placeholder={masked?.address} />
      </Form.Item>
    </div>
  )
}
