import { judgeVote, type VoteJudgement } from '#shared/activities/voting.ts'
import { usePart } from '../context.ts'
import type { FormVote } from '../model.ts'
import { voteOf } from '../to-save.ts'
import { useAttendance, useBranchSettings } from '../useMeeting.ts'

/** The verdict of the rules on a vote as it stands, with the article; null while nothing has been counted. */
export function useVerdict(vote: FormVote): VoteJudgement | null {
  const part = usePart((own) => own)
  const { counts } = useAttendance()
  const settings = useBranchSettings()
  const isCounted = [vote.votesFor, vote.votesAgainst, vote.votesAbstain].some((count) => count !== null)
  return isCounted ? judgeVote(voteOf(vote, part), { purpose: part.purpose, counts }, settings) : null
}

/** 通过 or not, in one line, with what is wrong below it. A void vote is said to be void, and saved. */
export function VoteVerdict({ vote }: { readonly vote: FormVote }) {
  const purpose = usePart((part) => part.purpose)
  const { counts } = useAttendance()
  const judged = useVerdict(vote)
  if (!judged) {
    const isCommittee = purpose === 'committeeMeeting'
    const [due, present] = isCommittee ? [counts.due, counts.present] : [counts.dueVoters, counts.presentVoters]
    return (
      <p className="small faint">
        应到{isCommittee ? '委员' : '会有表决权的党员'} {due} 名，实到 {present} 名；填写票数后这里给出结论和依据。
      </p>
    )
  }
  const reason = judged.problems.find((problem) => problem.isVoid)
  const others = judged.problems.filter((problem) => problem !== reason)
  return (
    <div aria-live="polite">
      <p className={judged.passed ? 'good' : 'bad'}>{judged.text}</p>
      {others.map((problem) => (
        <p key={problem.code} className="small amber">
          {problem.text}
        </p>
      ))}
      {reason && <p className="small faint">请核对；与原始记录一致的，照常保存。</p>}
    </div>
  )
}
