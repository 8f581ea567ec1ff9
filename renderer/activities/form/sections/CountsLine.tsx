import { quorumForOpening } from '#shared/activities/voting.ts'
import { usePart } from '../context.ts'
import { useAttendance, useBranchSettings } from '../useMeeting.ts'

/** Kinds of meeting for which a regulation asks for a number of those present. */
const hasQuorum = new Set(['generalMeeting', 'committeeMeeting', 'organizationalLifeMeeting', 'democraticAppraisal'])

/** 应到、实到 and those with a vote, with the verdict of the regulation. */
export function CountsLine() {
  const purpose = usePart((part) => part.purpose)
  const { counts, rosterKnown } = useAttendance()
  const settings = useBranchSettings()
  if (!rosterKnown) return null
  const isCommittee = purpose === 'committeeMeeting'
  const isMet = quorumForOpening(purpose, counts, settings)
  return (
    <p className="counts-line" aria-live="polite">
      <span>
        应到{isCommittee ? '委员' : ''} <b>{counts.due}</b>
      </span>
      <span>
        实到{isCommittee ? '委员' : ''} <b>{counts.present}</b>
      </span>
      {!isCommittee && (
        <>
          <span className="gap">
            应到会有表决权 <b>{counts.dueVoters}</b>
          </span>
          <span>
            实到 <b>{counts.presentVoters}</b>
          </span>
        </>
      )}
      {hasQuorum.has(purpose) &&
        (isMet ? (
          <span className="good">✓ 达到规定人数</span>
        ) : (
          <span className="bad">! 未达到规定人数，不能进行表决（记录照常保存）</span>
        ))}
      <span className="faint">默认全到，点名字标记缺席</span>
    </p>
  )
}
