import { Input } from 'antd'
import { useForm, usePart } from '../context.ts'
import { fieldIds } from '../fields.ts'
import { printedPost } from '../posts.ts'
import { useRosterOfDay } from '../useMeeting.ts'
import { PersonField } from './PersonField.tsx'
import { InlineLabel, Row } from './Row.tsx'

/** 授课人 and 课题 of a 党课; 主题 of a 主题党日; nothing for the others. */
export function LectureAndTopic() {
  const purpose = usePart((part) => part.purpose)
  const lecturer = usePart((part) => part.lecturer)
  const topic = usePart((part) => part.topic)
  const editPart = useForm((state) => state.editPart)
  const { members } = useRosterOfDay()
  const isLecture = purpose === 'partyLecture'
  if (!isLecture && purpose !== 'themedPartyDay') return null
  const topicField = (
    <Input
      id={fieldIds.topic}
      className="grow"
      value={topic}
      maxLength={300}
      onChange={(event) => editPart((part) => ({ ...part, topic: event.target.value }))}
    />
  )
  if (!isLecture) {
    return (
      <Row label="主题" htmlFor={fieldIds.topic}>
        {topicField}
      </Row>
    )
  }
  return (
    <Row label="授课人" htmlFor={fieldIds.lecturer}>
      <PersonField
        id={fieldIds.lecturer}
        label="授课人"
        value={lecturer}
        members={members}
        postOf={(member) => printedPost(member, purpose)}
        onChange={(person) => editPart((part) => ({ ...part, lecturer: person }))}
      />
      <InlineLabel htmlFor={fieldIds.topic}>课题</InlineLabel>
      {topicField}
    </Row>
  )
}
