import { Input } from 'antd'
import { useForm } from '../context.ts'
import { fieldIds } from '../fields.ts'
import { inviteeLabel, parseInvitees } from '../invitees.ts'
import { Row } from './Row.tsx'

/** 列席: names with their post, never counted; empty prints as 无. */
export function InviteesSection() {
  const invitees = useForm((state) => state.model.invitees)
  const text = useForm((state) => state.model.inviteeText)
  const edit = useForm((state) => state.edit)
  const take = () =>
    edit((model) => ({ ...model, invitees: [...model.invitees, ...parseInvitees(model.inviteeText)], inviteeText: '' }))
  const remove = (index: number) => edit((model) => ({ ...model, invitees: model.invitees.filter((_, place) => place !== index) }))
  return (
    <Row label="列席" htmlFor={fieldIds.invitees}>
      {invitees.map((invitee, index) => (
        <span key={`${index}-${inviteeLabel(invitee)}`} className="chip chip-plain">
          {inviteeLabel(invitee)}
          <button type="button" className="chip-remove" aria-label={`去掉列席人员${invitee.name}`} onClick={() => remove(index)}>
            ×
          </button>
        </span>
      ))}
      <Input
        id={fieldIds.invitees}
        className="grow"
        value={text}
        maxLength={600}
        placeholder={invitees.length === 0 ? '无（有则填写：姓名 职务，多人用顿号隔开）' : '再添加'}
        onChange={(event) => edit((model) => ({ ...model, inviteeText: event.target.value }))}
        onPressEnter={(event) => {
          if (event.nativeEvent.isComposing) return
          event.preventDefault()
          take()
        }}
        onBlur={() => {
          if (text.trim() !== '') take()
        }}
      />
    </Row>
  )
}
