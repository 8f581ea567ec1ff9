import { Button, Form, Input, Select } from 'antd'
import { PartialDateInput } from '#renderer/ui/PartialDateInput.tsx'
import type { PartyGroup } from '#shared/branch/schema.ts'
import { intervalKinds } from '#shared/members/schema.ts'
import { intervalKindNames, postOptions, serviceStatusNames } from './interval-words.ts'
import { partialDateRule } from './member-form.ts'

const kindOptions = intervalKinds.map((kind) => ({ value: kind, label: intervalKindNames[kind] }))
const statusOptions = Object.entries(serviceStatusNames).map(([value, label]) => ({ value, label }))

function ValueField({ index, groups }: { readonly index: number; readonly groups: readonly PartyGroup[] }) {
  const kind: unknown = Form.useWatch(['intervals', index, 'kind'])
  const post: unknown = Form.useWatch(['intervals', index, 'value'])
  if (kind === 'leadingCadre') return <span />
  const options =
    kind === 'group'
      ? groups.map((group) => ({ value: group.id, label: group.name }))
      : kind === 'post'
        ? postOptions
        : kind === 'serviceStatus'
          ? statusOptions
          : null
  const hasTitle = kind === 'post' && (post === 'otherCommissioner' || post === 'groupLeader')
  return (
    <div className="interval-value">
      <Form.Item name={[index, 'value']} rules={[{ required: true, message: options ? '请选择' : '请写明原因' }]}>
        {options ? (
          <Select aria-label="内容" options={options} placeholder="请选择" notFoundContent="还没有党小组，请先在「设置」里添加" />
        ) : (
          <Input aria-label="原因" placeholder="原因，如：年老体弱" maxLength={200} />
        )}
      </Form.Item>
      {hasTitle && (
        <Form.Item name={[index, 'title']}>
          <Input aria-label="职务名称" placeholder="职务名称，如：青年委员" maxLength={40} />
        </Form.Item>
      )}
    </div>
  )
}

/** Group, posts, exemption and the like, each with the days it holds; what has ended stays, as history. */
export function IntervalFields({ groups }: { readonly groups: readonly PartyGroup[] }) {
  return (
    <Form.List name="intervals">
      {(fields, { add, remove }) => (
        <div className="interval-list">
          {fields.map(({ key, name }) => (
            <div key={key} className="interval-line">
              <Form.Item name={[name, 'kind']}>
                <Select aria-label="种类" options={kindOptions} disabled={false} popupMatchSelectWidth={false} />
              </Form.Item>
              <ValueField index={name} groups={groups} />
              <Form.Item name={[name, 'validFrom']} rules={[partialDateRule]}>
                <PartialDateInput label="开始日期" placeholder="开始，可不填" />
              </Form.Item>
              <Form.Item name={[name, 'validTo']} rules={[partialDateRule]}>
                <PartialDateInput label="结束日期" placeholder="至今" />
              </Form.Item>
              <Button aria-label="去掉这一行" onClick={() => remove(name)}>
                去掉
              </Button>
            </div>
          ))}
          <Button
            onClick={() =>
              add({ kind: fields.length === 0 ? 'group' : 'post', value: undefined, title: '', validFrom: null, validTo: null })
            }
          >
            ＋ 添加一行
          </Button>
        </div>
      )}
    </Form.List>
  )
}
