import { Input } from 'antd'
import { useForm, usePart } from '../context.ts'
import { fieldIds } from '../fields.ts'
import { printedPost } from '../posts.ts'
import { PersonField } from '../sections/PersonField.tsx'
import { InlineLabel, Row } from '../sections/Row.tsx'
import { useRosterOfDay } from '../useMeeting.ts'
import { AppraisalTallies } from './AppraisalTallies.tsx'
import { DetailText, FormAndYear, Hours, LinesField } from './fields.tsx'
import { Rectifications } from './Rectifications.tsx'
import { TeamTally } from './TeamTally.tsx'
import { useDetails } from './useDetails.ts'

/** The fields that only one purpose has, in the order its paper prints them; nothing for the others. */
export function PurposeFields() {
  const purpose = usePart((part) => part.purpose)
  switch (purpose) {
    case 'partyLecture':
      return <Lecture />
    case 'themedPartyDay':
      return (
        <>
          <Topic label="主题" />
          <DetailText label="事前研究" field="plannedBy" placeholder="如：2025年第6次支部委员会会议（6月6日）" />
          <DetailText label="落实情况" field="followUp" placeholder="会后填写" isLong />
        </>
      )
    case 'organizationalLifeMeeting':
      return (
        <>
          <FormAndYear />
          <Topic label="会议主题" />
          <DetailText label="会前准备" field="preparation" placeholder="学习、谈心谈话、征求意见、查摆问题的情况" isLong />
          <Rectifications />
        </>
      )
    case 'democraticAppraisal':
      return (
        <>
          <FormAndYear />
          <Procedure />
          <AppraisalTallies />
          <TeamTally />
          <DetailText label="评议情况" field="result" isLong />
        </>
      )
    case 'studySession':
      return <Study />
    default:
      return null
  }
}

function Topic({ label }: { readonly label: string }) {
  return (
    <Row label={label} htmlFor={fieldIds.topic}>
      <TopicInput />
    </Row>
  )
}

function TopicInput() {
  const topic = usePart((part) => part.topic)
  const editPart = useForm((state) => state.editPart)
  return (
    <Input
      id={fieldIds.topic}
      className="grow"
      value={topic}
      maxLength={300}
      onChange={(event) => editPart((part) => ({ ...part, topic: event.target.value }))}
    />
  )
}

function Lecture() {
  const lecturer = usePart((part) => part.lecturer)
  const editPart = useForm((state) => state.editPart)
  const { members } = useRosterOfDay()
  return (
    <Row label="授课人" htmlFor={fieldIds.lecturer}>
      <PersonField
        id={fieldIds.lecturer}
        label="授课人"
        value={lecturer}
        members={members}
        postOf={(member) => printedPost(member, 'partyLecture')}
        onChange={(person) => editPart((part) => ({ ...part, lecturer: person }))}
      />
      <InlineLabel htmlFor={fieldIds.topic}>课题</InlineLabel>
      <TopicInput />
      <Hours />
    </Row>
  )
}

function Procedure() {
  const { details, change } = useDetails()
  return (
    <Row label="程序">
      <LinesField
        label="程序"
        by="line"
        value={details.procedure}
        placeholder="每行一步，如：个人自评"
        onChange={(procedure) => change({ procedure })}
      />
    </Row>
  )
}

function Study() {
  const { details, change } = useDetails()
  return (
    <>
      <Row label="学习形式" htmlFor="meeting-study-form">
        <Input
          id="meeting-study-form"
          value={details.studyForm ?? ''}
          maxLength={300}
          placeholder="如：集中学习、专题研讨"
          style={{ width: '13em' }}
          onChange={(event) => change({ studyForm: event.target.value })}
        />
        <Hours />
      </Row>
      <Row label="学习篇目">
        <LinesField
          label="学习篇目"
          by="line"
          value={details.readings}
          placeholder="每行一篇"
          onChange={(readings) => change({ readings })}
        />
      </Row>
      <Row label="领学人">
        <LinesField
          label="领学人"
          by="name"
          value={details.leadReaders}
          placeholder="多人用顿号隔开"
          onChange={(leadReaders) => change({ leadReaders })}
        />
        <InlineLabel htmlFor="meeting-make-up">补学</InlineLabel>
        <Input
          id="meeting-make-up"
          className="grow"
          value={details.makeUp ?? ''}
          maxLength={300}
          placeholder="如：陈丙、卫戊月底前补学"
          onChange={(event) => change({ makeUp: event.target.value })}
        />
      </Row>
    </>
  )
}
