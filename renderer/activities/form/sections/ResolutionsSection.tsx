import { Button, Input } from 'antd'
import { PlainDatePicker } from '#renderer/ui/PlainDatePicker.tsx'
import { useLetters } from '#renderer/ui/useLetters.ts'
import { resolveLetters } from '#shared/activities/entry/letters.ts'
import { chineseOrdinal } from '#shared/kernel/text.ts'
import { useForm, usePart } from '../context.ts'
import { fieldIds, resolutionFieldId } from '../fields.ts'
import { focusSoon } from '../focus.ts'
import { changeRow, removeRow } from '../lists.ts'
import { type FormResolution, newResolution } from '../model.ts'
import type { FormStore } from '../store.ts'
import { useRosterOfDay } from '../useMeeting.ts'

/** Adds an empty resolution and puts the cursor into it. */
export function addResolution(store: FormStore): void {
  const row = newResolution()
  store.getState().editPart((part) => ({ ...part, resolutions: [...part.resolutions, row] }))
  focusSoon(resolutionFieldId(row.key))
}

/** 决议（议定事项） with owner and due date. */
export function ResolutionsSection({ store }: { readonly store: FormStore }) {
  const resolutions = usePart((part) => part.resolutions)
  return (
    <div className="resolutions" id={fieldIds.resolutions}>
      <h3 className="section-title">决议（议定事项）</h3>
      {resolutions.map((row, index) => (
        <ResolutionRow key={row.key} row={row} index={index} />
      ))}
      <Button type="link" className="add-link" onClick={() => addResolution(store)}>
        ＋ 决议
      </Button>
      {resolutions.length === 0 && <span className="small faint">没有就不填，记录写“本次会议未形成决议事项”</span>}
    </div>
  )
}

function ResolutionRow({ row, index }: { readonly row: FormResolution; readonly index: number }) {
  const editPart = useForm((state) => state.editPart)
  const discard = useForm((state) => state.discard)
  const matches = useLetters()
  const names = useRosterOfDay().members.map((member) => member.name)
  const label = `第${index + 1}条决议`
  const change = (patch: Partial<FormResolution>) =>
    editPart((part) => ({ ...part, resolutions: changeRow(part.resolutions, row.key, (old) => ({ ...old, ...patch })) }))
  return (
    <div className="resolution">
      <b className="agenda-number">{chineseOrdinal(index + 1)}、</b>
      <Input.TextArea
        id={resolutionFieldId(row.key)}
        aria-label={label}
        className="grow"
        autoSize={{ minRows: 1 }}
        maxLength={2000}
        value={row.text}
        onChange={(event) => change({ text: event.target.value })}
      />
      <Input
        aria-label={`${label}责任人`}
        placeholder="责任人"
        maxLength={200}
        value={row.owner}
        style={{ width: '7.5em' }}
        onChange={(event) => change({ owner: event.target.value })}
        onBlur={() => {
          const owner = resolveLetters(row.owner, names, matches)
          if (owner !== row.owner) change({ owner })
        }}
      />
      <PlainDatePicker
        label={`${label}完成时限`}
        value={row.dueOn}
        style={{ width: '9.6em' }}
        onChange={(dueOn) => change({ dueOn })}
      />
      <Button
        type="text"
        size="small"
        aria-label={`删除${label}`}
        title="删除"
        onClick={() => discard(`已删除${label}`, (part) => ({ ...part, resolutions: removeRow(part.resolutions, row.key) }))}
      >
        ×
      </Button>
    </div>
  )
}
