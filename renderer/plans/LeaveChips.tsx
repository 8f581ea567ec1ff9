import { useQuery } from '@tanstack/react-query'
import '#renderer/activities/form/form.css'
import { shortPost } from '#renderer/activities/form/posts.ts'
import { MemberChip } from '#renderer/activities/form/sections/MemberChip.tsx'
import { orpc } from '#renderer/api/client.ts'
import { dueOf, isSamePerson } from '#shared/activities/attendance.ts'
import type { Absentee } from '#shared/activities/schema.ts'
import { isPlainDate } from '#shared/kernel/dates.ts'
import type { RosterEntry } from '#shared/members/schema.ts'
import type { PrepareModel } from './prepare-model.ts'

interface LeaveChipsProps {
  readonly model: PrepareModel
  readonly onChange: (absentees: readonly Absentee[]) => void
}

/** 请假 noted beforehand: everyone who is due, a click on a name says why they will not come. */
export function LeaveChips({ model, onChange }: LeaveChipsProps) {
  const { date, absentees } = model
  const roster = useQuery(
    orpc.members.roster.queryOptions({ input: { date }, enabled: isPlainDate(date), placeholderData: (old) => old }),
  )
  const due = dueOf(roster.data?.members ?? [], model)
  const change = (member: RosterEntry, patch: Partial<Absentee>) => {
    const known = absentees.find((absentee) => isSamePerson(absentee, member))
    const fresh: Absentee = {
      personId: member.personId,
      name: member.name,
      reason: 'personalLeave',
      note: '',
      writtenOpinion: false,
    }
    onChange([...absentees.filter((absentee) => absentee !== known), { ...(known ?? fresh), ...patch }])
  }
  return (
    <section aria-labelledby="prepare-leave-title" className="prepare-leave">
      <h2 id="prepare-leave-title">
        会前请假
        <span className="small faint">
          应到{due.length}人，请假{absentees.length}人；点名字登记
        </span>
      </h2>
      {due.length === 0 && <p className="soft small">{roster.isPending ? '正在读取名单…' : '这一天的名单里没有应到的人。'}</p>}
      <div className="chips" role="group" aria-label="应到人员，点名字登记请假">
        {due.map((member) => {
          const absentee = absentees.find((each) => isSamePerson(each, member))
          return (
            <MemberChip
              key={member.personId}
              name={member.name}
              note={shortPost(member)}
              isExempt={member.exemptReason !== null}
              hasVote={member.hasVote}
              absentee={absentee ? { ...absentee, personId: absentee.personId ?? null } : null}
              onChange={(patch) => change(member, patch)}
              onPresent={() => onChange(absentees.filter((each) => !isSamePerson(each, member)))}
            />
          )
        })}
      </div>
    </section>
  )
}
