import { useForm, usePart } from '../context.ts'
import { fieldIds } from '../fields.ts'
import type { FormPerson } from '../model.ts'
import { printedPost } from '../posts.ts'
import { useRosterOfDay } from '../useMeeting.ts'
import { PersonField } from './PersonField.tsx'
import { InlineLabel, Row } from './Row.tsx'

/** 主持人、记录人, by post until somebody chooses. */
export function ChairAndRecorder() {
  const chair = useForm((state) => state.model.chair)
  const recorder = useForm((state) => state.model.recorder)
  const purpose = usePart((part) => part.purpose)
  const touch = useForm((state) => state.touch)
  const { members } = useRosterOfDay()
  const write = (field: 'chair' | 'recorder') => (person: FormPerson) => touch(field, (model) => ({ ...model, [field]: person }))
  return (
    <Row label="主持人" htmlFor={fieldIds.chair}>
      <PersonField
        id={fieldIds.chair}
        label="主持人"
        value={chair}
        members={members}
        postOf={(member) => printedPost(member, purpose)}
        onChange={write('chair')}
      />
      <InlineLabel htmlFor={fieldIds.recorder}>记录人</InlineLabel>
      <PersonField
        id={fieldIds.recorder}
        label="记录人"
        value={recorder}
        members={members}
        postOf={(member) => printedPost(member, purpose)}
        onChange={write('recorder')}
      />
    </Row>
  )
}
