import { electionQuorum, judgeElection } from '../activities/election.ts'
import { type ElectionPart, electionFigures } from '../activities/election-figures.ts'
import type { Election } from '../activities/election-schema.ts'
import { normalName, paddedName } from '../kernel/text.ts'

const isCounter = ({ scrutineers, tellers }: Election, name: string) =>
  [...scrutineers, ...tellers].some((counter) => normalName(counter) === normalName(name))

function countersSentence(election: Election): string {
  const { scrutineers, tellers, candidates } = election
  const people = [
    scrutineers.length > 0 ? `监票人${scrutineers.join('、')}` : '',
    tellers.length > 0 ? `计票人${tellers.join('、')}` : '',
  ].filter(Boolean)
  if (people.length === 0) return ''
  const isKept = !candidates.some(({ name }) => isCounter(election, name))
  return `推选${people.join('、')}${isKept ? '（候选人不得担任监票人、计票人）' : ''}。`
}

function exemptionsSentence({ exemptions = [] }: Election): string {
  if (exemptions.length === 0) return ''
  const people = exemptions.map(({ name, reason }) => `${name}${reason ? `（${reason}）` : ''}`).join('、')
  return `经会议同意，${people}不计算在应到会人数之内。`
}

/** Above what number: those present with a vote (选举工作条例: more than half of those present). */
function verdictOf(name: string, judged: ReturnType<typeof judgeElection>, isAboveHalf: boolean): string {
  if (judged.elected.includes(name)) return '当选'
  if (judged.tied.includes(name)) return '得票相等，再次投票'
  return isAboveHalf ? '未当选：超出应选名额' : '未当选：未超过实到会有选举权人数的半数'
}

/**
 * The passage of the minutes about an election, one paragraph each (DOMAIN 3.4, 3.5.10; 基层组织选举工作条例). The verdicts follow
 * from the totals; where nobody knows who was due, or the election is void, nobody is said to be elected.
 */
export function electionPassage(election: Election, part: ElectionPart): string[] {
  const figures = electionFigures(election, part)
  const { due, present } = figures
  const { ballots, candidates, seats, office } = election
  const judged = judgeElection(figures)
  const knowsDue = due > 0
  const quorum = electionQuorum(present, due)
  const attendance = knowsDue
    ? [
        `${exemptionsSentence(election)}应到会有选举权的党员${due}名，实到${present}名，${quorum ? '达到应到会人数的五分之四，会议有效' : '未达到应到会人数的五分之四，选举无效'}。`,
      ]
    : []
  if (knowsDue && !quorum && ballots.issued === 0) return attendance
  const isVoid = ballots.returned > ballots.issued
  const announced = candidates.filter(({ isWrittenIn }) => !isWrittenIn).length
  const manner = announced > seats ? '（差额）' : announced === seats ? '（等额）' : ''
  return [
    ...attendance,
    `${countersSentence(election)}发出选票${ballots.issued}张，收回${ballots.returned}张，${isVoid ? '收回的选票多于发出的选票，选举无效' : quorum ? '选举有效' : `有效票${ballots.valid}张`}${quorum && !isVoid ? `；有效票${ballots.valid}张` : ''}。`,
    `应选${office}${seats}名，候选人${announced}名${manner}。计票结果：`,
    ...candidates.map(({ name, votes, isWrittenIn }) => {
      const verdict = judged.isValid ? [verdictOf(name, judged, votes * 2 > present)] : []
      const said = [...(isWrittenIn ? ['另选'] : []), ...verdict].join('，')
      return `${paddedName(name)}　${votes}票${said ? `（${said}）` : ''}`
    }),
  ]
}
