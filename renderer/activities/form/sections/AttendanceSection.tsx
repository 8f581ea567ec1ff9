import { Checkbox, InputNumber } from 'antd'
import { isSamePerson } from '#shared/activities/attendance.ts'
import type { RosterEntry } from '#shared/members/schema.ts'
import { useForm, usePart } from '../context.ts'
import { fieldIds } from '../fields.ts'
import type { FormAbsentee } from '../model.ts'
import { shortPost } from '../posts.ts'
import { useAttendance, useRosterOfDay } from '../useMeeting.ts'
import { CountsLine } from './CountsLine.tsx'
import { MemberChip } from './MemberChip.tsx'
import { Row } from './Row.tsx'
import { UnlistedAbsentees } from './UnlistedAbsentees.tsx'

/** 出席: the roster of that day, everyone present, click the absent; the counts follow. */
export function AttendanceSection() {
  const { due, rosterKnown } = useAttendance()
  const { isLoading } = useRosterOfDay()
  const absentees = usePart((part) => part.absentees)
  const editPart = useForm((state) => state.editAttendance)
  const absenteeOf = (member: RosterEntry) => absentees.find((absentee) => isSamePerson(absentee, member)) ?? null

  const change = (member: RosterEntry, patch: Partial<FormAbsentee>) =>
    editPart((part) => {
      const known = part.absentees.find((absentee) => isSamePerson(absentee, member))
      if (known) {
        return { ...part, absentees: part.absentees.map((absentee) => (absentee === known ? { ...absentee, ...patch } : absentee)) }
      }
      const fresh = {
        personId: member.personId,
        name: member.name,
        reason: 'personalLeave' as const,
        note: '',
        writtenOpinion: false,
      }
      return { ...part, absentees: [...part.absentees, { ...fresh, ...patch }] }
    })
  const markPresent = (member: RosterEntry) =>
    editPart((part) => ({ ...part, absentees: part.absentees.filter((absentee) => !isSamePerson(absentee, member)) }))

  return (
    <Row label="出席" id={fieldIds.attendance}>
      <div className="attendance">
        {rosterKnown && (
          <div className="chips" role="group" aria-label="出席人员，点名字标记缺席">
            {due.map((member) => (
              <MemberChip
                key={member.personId}
                name={member.name}
                note={shortPost(member)}
                isExempt={member.exemptReason !== null}
                hasVote={member.hasVote}
                absentee={absenteeOf(member)}
                onChange={(patch) => change(member, patch)}
                onPresent={() => markPresent(member)}
              />
            ))}
          </div>
        )}
        {!rosterKnown && !isLoading && <RosterUnknown />}
        <UnlistedAbsentees />
        <CountsLine />
        <OpeningChoice />
      </div>
    </Row>
  )
}

/** 名单未录: the counts are taken from paper. */
function RosterUnknown() {
  const purpose = usePart((part) => part.purpose)
  const groupId = usePart((part) => part.groupId)
  const due = usePart((part) => part.paperDue)
  const present = usePart((part) => part.paperPresent)
  const editPart = useForm((state) => state.editPart)
  if (purpose === 'groupMeeting' && groupId === null) return <p className="soft">选好党小组后，这里列出当天的小组成员。</p>
  return (
    <div className="roster-unknown">
      <span className="soft">当天的名单未录，请按原始记录填写</span>
      <label>
        应到{' '}
        <InputNumber
          min={0}
          max={100_000}
          value={due}
          onChange={(next) => editPart((part) => ({ ...part, paperDue: next }))}
          controls={false}
          style={{ width: '4.5em' }}
        />
      </label>
      <label>
        实到{' '}
        <InputNumber
          min={0}
          max={100_000}
          value={present}
          onChange={(next) => editPart((part) => ({ ...part, paperPresent: next }))}
          controls={false}
          style={{ width: '4.5em' }}
        />
      </label>
    </div>
  )
}

/** Whether the minutes open with the sentence of the counts, and who says it: the chair. */
function OpeningChoice() {
  const opening = usePart((part) => part.opening)
  const speaker = usePart((part) => part.openingSpeaker)
  const chair = useForm((state) => state.model.chair.name)
  const touchPart = useForm((state) => state.touchPart)
  const name = speaker ?? chair
  return (
    <Checkbox checked={opening} onChange={(event) => touchPart('opening', (part) => ({ ...part, opening: event.target.checked }))}>
      <span className="small soft">会议内容以应到、实到人数开头{name ? `（由${name}说明）` : ''}</span>
    </Checkbox>
  )
}
