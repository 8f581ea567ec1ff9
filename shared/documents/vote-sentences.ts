import type { Counts, Purpose, Vote } from '../activities/schema.ts'
import { judgeVote, quorumForOpening, type VotingSettings, votingBase } from '../activities/voting.ts'

/** What the sentences need of a part. */
export interface VotingPart {
  readonly purpose: Purpose
  readonly counts: Counts
}

/** How those who vote are called; `due` with the words that say they were called. */
const voters = (purpose: Purpose) =>
  purpose === 'committeeMeeting'
    ? { due: '应到会委员', present: '实到会委员' }
    : { due: '应到会有表决权的党员', present: '实到会有表决权的党员' }

/**
 * The sentence that opens a meeting (DOMAIN 3.4): 本次会议应到党员14名，实到13名；其中应到会有表决权的党员12名，实到11名，
 * 符合规定人数，可以开会。 Voters are left out where they are not known; the last clause says so when there are too few.
 */
export function openingSentence({ purpose, counts }: VotingPart, settings: VotingSettings): string {
  const who = purpose === 'committeeMeeting' ? '委员' : '党员'
  const all = `本次会议应到${who}${counts.due}名，实到${counts.present}名`
  const knowsVoters = votingBase(purpose, counts).due > 0
  if (!knowsVoters) return `${all}。`
  const withVote =
    purpose === 'committeeMeeting' ? '' : `；其中应到会有表决权的党员${counts.dueVoters}名，实到${counts.presentVoters}名`
  return `${all}${withVote}，${quorumForOpening(purpose, counts, settings) ? '符合规定人数，可以开会' : '不符合规定人数'}。`
}

const withoutStop = (text: string) => text.trim().replace(/[。；，]+$/u, '')

function electedCounters({ scrutineers, tellers }: Vote): string {
  const people = [
    scrutineers.length > 0 ? `${scrutineers.join('、')}为监票人` : '',
    tellers.length > 0 ? `${tellers.join('、')}为计票人` : '',
  ].filter(Boolean)
  // With several names on one side a second 、 would run them together.
  const join = scrutineers.length > 1 || tellers.length > 1 ? '，' : '、'
  return people.length > 0 ? `推选${people.join(join)}。` : ''
}

/** The part before the verdict: manner, numbers, ballots, votes; no stop at the end. */
function facts(vote: Vote, { purpose, counts }: VotingPart): string {
  const base = votingBase(purpose, counts)
  const votes = `赞成${vote.votesFor}票，反对${vote.votesAgainst}票，弃权${vote.votesAbstain}票`
  const isWritten = vote.subject !== 'ordinary' && vote.writtenOpinions > 0
  const written = isWritten ? `因故不能到会的${vote.writtenOpinions}名党员会前正式提出书面意见，按规定计入票数。` : ''
  if (vote.method === 'hands') {
    const attendance = base.due > 0 ? `${voters(purpose).due}${base.due}名，实到${base.present}名，` : ''
    return `会议以举手表决方式进行表决，${attendance}${written}${votes}`
  }
  const { ballots } = vote
  const issued = ballots ? `发出表决票${ballots.issued}张，收回${ballots.returned}张，有效票${ballots.valid}张；` : ''
  return `${electedCounters(vote)}会议采取无记名投票方式进行表决。${issued}${written}${votes}`
}

/**
 * The passage of the minutes about one vote, in the fixed words of DOMAIN 3.4. The verdict follows from the numbers
 * (支部工作条例第十一条, 发展党员工作细则第二十、二十一条): `outcome` is printed only when the vote passed, and nothing is said
 * to have passed or failed where the numbers cannot tell.
 */
export function votePassage(vote: Vote, part: VotingPart, settings: VotingSettings): string {
  const base = votingBase(part.purpose, part.counts)
  const judgement = judgeVote(vote, part, settings)
  const outcome = withoutStop(vote.outcome)
  const said = facts(vote, part)
  const cast = vote.votesFor + vote.votesAgainst + vote.votesAbstain
  // No numbers to judge by: the minutes say what they were told.
  if (base.due === 0) return `${said}${outcome ? `，${outcome}` : ''}。`
  const { due, present } = voters(part.purpose)
  if (!judgement.quorumMet) {
    return cast === 0 ? `${present}未达到规定人数，本项议题不进行表决，另行安排。` : `${said}。不符合规定人数，表决无效。`
  }
  const hasRule = judgement.source !== ''
  if (vote.votesFor * 2 <= base.due) return hasRule ? `${said}。赞成票未超过${due}的半数，本项议题未获通过。` : `${said}。`
  if (!judgement.passed) return `${said}。`
  const majority = vote.subject !== 'ordinary' ? '，赞成票超过应到会有表决权的正式党员的半数' : ''
  const verdict = outcome || (vote.method === 'hands' ? '通过' : '')
  return `${said}${majority}${verdict ? `，${verdict}` : ''}。`
}
