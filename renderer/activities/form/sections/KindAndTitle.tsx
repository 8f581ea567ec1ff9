import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { orpc } from '#renderer/api/client.ts'
import { purposeNames } from '#shared/activities/labels.ts'
import { purposes } from '#shared/activities/schema.ts'
import { useForm, usePart } from '../context.ts'
import { fieldIds } from '../fields.ts'
import { InlineLabel, Row } from './Row.tsx'

/** 类型, the group of a group meeting, and 名称. */
export function KindAndTitle() {
  const purpose = usePart((part) => part.purpose)
  const groupId = usePart((part) => part.groupId)
  const title = usePart((part) => part.title)
  const editPart = useForm((state) => state.editPart)
  const touchPart = useForm((state) => state.touchPart)
  const groups = useQuery(orpc.branch.groups.queryOptions({ input: {} }))
  // A group meeting is always that of one group: both are chosen at once.
  const kinds = purposes.flatMap((kind) =>
    kind === 'groupMeeting' && groups.data && groups.data.length > 0
      ? groups.data.map((group) => ({ value: `groupMeeting ${group.id}`, label: `党小组会（${group.name}）` }))
      : [{ value: kind as string, label: purposeNames[kind] }],
  )
  const choose = (value: string) => {
    const [kind, group] = value.split(' ')
    const next = purposes.find((known) => known === kind)
    if (next) editPart((part) => ({ ...part, purpose: next, groupId: group ?? part.groupId }))
  }
  return (
    <Row label="类型" htmlFor={fieldIds.purpose}>
      <Select
        id={fieldIds.purpose}
        value={purpose === 'groupMeeting' && groupId !== null ? `groupMeeting ${groupId}` : purpose}
        onChange={choose}
        options={kinds}
        style={{ width: '11.5em' }}
      />
      {purpose === 'groupMeeting' && (
        <>
          <InlineLabel htmlFor={fieldIds.groupId}>党小组</InlineLabel>
          <Select
            id={fieldIds.groupId}
            value={groupId}
            placeholder="选择党小组"
            onChange={(next) => editPart((part) => ({ ...part, groupId: next }))}
            options={(groups.data ?? []).map((group) => ({ value: group.id, label: group.name }))}
            style={{ width: '9em' }}
          />
        </>
      )}
      <InlineLabel htmlFor={fieldIds.title}>名称</InlineLabel>
      <Input
        id={fieldIds.title}
        className="grow"
        value={title}
        maxLength={200}
        onChange={(event) => touchPart('title', (part) => ({ ...part, title: event.target.value }))}
      />
    </Row>
  )
}
