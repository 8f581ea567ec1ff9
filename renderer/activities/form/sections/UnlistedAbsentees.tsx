import { Button } from 'antd'
import { isSamePerson } from '#shared/activities/attendance.ts'
import { absenceReasonNames } from '#shared/activities/labels.ts'
import { useForm, usePart } from '../context.ts'
import { useAttendance } from '../useMeeting.ts'

/** Absentees whom the roster of that day does not have: kept and shown, never dropped in silence. */
export function UnlistedAbsentees() {
  const absentees = usePart((part) => part.absentees)
  const editPart = useForm((state) => state.editAttendance)
  const { due } = useAttendance()
  const unlisted = absentees.filter((absentee) => !due.some((member) => isSamePerson(absentee, member)))
  if (unlisted.length === 0) return null
  return (
    <div className="unlisted">
      <span className="soft small">不在当天应到名单里的缺席人员（不计入人数）：</span>
      {unlisted.map((absentee) => (
        <span key={`${absentee.personId ?? ''}${absentee.name}`} className="chip chip-absent">
          {absentee.name}
          <span className="chip-note">{absenceReasonNames[absentee.reason]}</span>
          <Button
            type="text"
            size="small"
            aria-label={`去掉${absentee.name}`}
            onClick={() => editPart((part) => ({ ...part, absentees: part.absentees.filter((other) => other !== absentee) }))}
          >
            ×
          </Button>
        </span>
      ))}
    </div>
  )
}
