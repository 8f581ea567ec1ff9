import { Button, Select } from 'antd'
import { isSamePerson } from '#shared/activities/attendance.ts'
import { audienceNames } from '#shared/activities/labels.ts'
import { useForm, usePart } from '../context.ts'
import { useAttendance } from '../useMeeting.ts'
import { Pair } from './Row.tsx'

/** 分类指导: whom the sitting was meant for; the others are not bound to come, and are marked so in one go. */
export function AudienceField() {
  const audience = usePart((part) => part.carried.audience)
  const editPart = useForm((state) => state.editPart)
  return (
    <>
      <Pair htmlFor="meeting-audience" label="分类指导">
        <Select
          id="meeting-audience"
          allowClear
          placeholder="全体党员"
          {...(audience ? { value: audience } : {})}
          options={Object.entries(audienceNames).map(([value, label]) => ({ value, label }))}
          onChange={(next) =>
            editPart((part) => ({ ...part, carried: { ...part.carried, audience: (next as typeof audience) ?? null } }))
          }
          style={{ width: '9em' }}
        />
      </Pair>
      {audience && audience !== 'all' && <OthersNotBound />}
    </>
  )
}

function OthersNotBound() {
  const { due } = useAttendance()
  const editAttendance = useForm((state) => state.editAttendance)
  const chair = useForm((state) => state.model.chair.name)
  const recorder = useForm((state) => state.model.recorder.name)
  const markAll = () =>
    editAttendance((part) => ({
      ...part,
      absentees: [
        ...part.absentees,
        ...due
          // Whoever leads the sitting or writes it down is there.
          .filter(({ name }) => name !== chair && name !== recorder)
          .filter((member) => !part.absentees.some((absentee) => isSamePerson(absentee, member)))
          .map(({ personId, name }) => ({ personId, name, reason: 'exempt' as const, note: '', writtenOpinion: false })),
      ],
    }))
  return (
    <span className="form-pair small faint">
      范围以外的党员在“出席”里标“不作硬性要求”，不算缺席，不用补学。
      <Button size="small" disabled={due.length === 0} onClick={markAll}>
        全部标上，再点来的人
      </Button>
    </span>
  )
}
