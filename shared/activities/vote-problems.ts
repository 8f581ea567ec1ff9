import type { Purpose, Vote } from './schema.ts'

/** What is wrong with the figures or the manner of a vote. */
export interface VoteProblem {
  readonly code: VoteProblemCode
  readonly text: string
  /** True: the vote cannot be held to have passed. False: worth a look, the verdict stands. */
  readonly isVoid: boolean
}

export type VoteProblemCode =
  | 'VOTERS_UNKNOWN'
  | 'PRESENT_ABOVE_DUE'
  | 'SECRET_BALLOT_DEMANDED'
  | 'NOT_A_GENERAL_MEETING'
  | 'WRITTEN_NOT_COUNTED'
  | 'WRITTEN_ABOVE_ABSENT'
  | 'BALLOTS_MISSING'
  | 'ISSUED_ABOVE_PRESENT'
  | 'RETURNED_ABOVE_ISSUED'
  | 'VALID_ABOVE_RETURNED'
  | 'VOTES_ABOVE_VOTERS'
  | 'VOTES_BELOW_VOTERS'

const countsWritten = (vote: Vote) => vote.subject !== 'ordinary'

/** `due` and `present` are those with a vote; of the committee in a committee meeting. None due: nobody knows (名单未录). */
export function voteProblems(vote: Vote, purpose: Purpose, base: { due: number; present: number }): VoteProblem[] {
  if (base.due === 0) return [{ code: 'VOTERS_UNKNOWN', isVoid: true, text: '不知道应到会有表决权的人数，不能判断' }]
  const problems: VoteProblem[] = []
  const add = (code: VoteProblemCode, isVoid: boolean, text: string) => problems.push({ code, isVoid, text })

  if (base.present > base.due) add('PRESENT_ABOVE_DUE', true, `实到${base.present}名多于应到${base.due}名`)
  if (countsWritten(vote)) {
    const subject = vote.subject === 'admission' ? '接收预备党员' : '预备党员转正'
    if (vote.method === 'hands') add('SECRET_BALLOT_DEMANDED', true, `讨论${subject}应当采取无记名投票方式`)
    if (purpose !== 'generalMeeting') add('NOT_A_GENERAL_MEETING', true, `${subject}应当由支部党员大会讨论表决`)
    const absent = Math.max(0, base.due - base.present)
    if (vote.writtenOpinions > absent) {
      add('WRITTEN_ABOVE_ABSENT', true, `书面意见${vote.writtenOpinions}份，多于未到会的有表决权党员${absent}名`)
    }
  } else if (vote.writtenOpinions > 0) {
    add('WRITTEN_NOT_COUNTED', true, '书面意见只在讨论接收预备党员和预备党员转正时计入票数')
  }
  addCountingProblems(vote, base.present, add)
  return problems
}

function addCountingProblems(
  vote: Vote,
  present: number,
  add: (code: VoteProblemCode, isVoid: boolean, text: string) => void,
): void {
  const cast = vote.votesFor + vote.votesAgainst + vote.votesAbstain
  const written = countsWritten(vote) ? vote.writtenOpinions : 0
  const plusWritten = written > 0 ? `加书面意见${written}份` : ''
  const ballots = vote.method === 'secret' ? vote.ballots : null
  if (vote.method === 'secret' && !ballots) add('BALLOTS_MISSING', false, '无记名投票没有填写发出、收回和有效票数')
  if (ballots) {
    const { issued, returned, valid } = ballots
    if (issued > present) add('ISSUED_ABOVE_PRESENT', true, `发出${issued}张，多于实到会有表决权的${present}名`)
    if (returned > issued) add('RETURNED_ABOVE_ISSUED', true, `收回${returned}张，多于发出的${issued}张，表决无效`)
    if (valid > returned) add('VALID_ABOVE_RETURNED', true, `有效票${valid}张，多于收回的${returned}张`)
  }
  const expected = (ballots ? ballots.valid : present) + written
  const expectedName = ballots ? `有效票${ballots.valid}张${plusWritten}` : `实到会有表决权的${present}名${plusWritten}`
  if (cast > expected) add('VOTES_ABOVE_VOTERS', true, `赞成、反对、弃权合计${cast}票，多于${expectedName}`)
  // Fewer is an entry to look at, but votes in favour that were counted stay counted.
  if (cast < expected) add('VOTES_BELOW_VOTERS', false, `赞成、反对、弃权合计${cast}票，少于${expectedName}`)
}
