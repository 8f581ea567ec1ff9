import type { PartAttendance } from './attendance.ts'
import { finding } from './findings.ts'
import type { Finding, PartInput, Vote } from './schema.ts'
import { judgeVote, type VoteJudgement, type VotingSettings } from './voting.ts'

function verdict(judged: VoteJudgement, path: string): Finding {
  const isUnknown = judged.problems.some((problem) => problem.code === 'VOTERS_UNKNOWN')
  if (isUnknown) return finding('VOTE_NOT_JUDGED', 'warning', path, judged.text, judged.source)
  const [code, severity] = judged.passed
    ? (['VOTE_PASSED', 'info'] as const)
    : judged.quorumMet && !judged.problems.some((problem) => problem.isVoid)
      ? (['VOTE_NOT_PASSED', 'warning'] as const)
      : (['VOTE_INVALID', 'error'] as const)
  return finding(code, severity, path, judged.text, judged.source)
}

/** Written opinions are named beside the absent; a tally may not count more of them. */
function writtenOpinions(vote: Vote, known: PartAttendance, path: string): Finding[] {
  if (vote.subject === 'ordinary' || !known.rosterKnown) return []
  const named = known.attendance.filter((row) => !row.present && row.hasVote && row.writtenOpinion).length
  if (vote.writtenOpinions <= named) return []
  const text = `计入书面意见${vote.writtenOpinions}份，缺席人员中注明书面意见且有表决权的只有${named}名`
  return [finding('WRITTEN_OPINIONS_UNNAMED', 'warning', `${path}.vote.writtenOpinions`, text)]
}

/** A vote planned and not yet taken has no figures: nothing has been passed or refused. */
const isCounted = ({ votesFor, votesAgainst, votesAbstain, ballots }: Vote) =>
  votesFor + votesAgainst + votesAbstain + (ballots?.issued ?? 0) > 0

/** Each vote with its verdict and the article, then what is wrong with its figures. */
export function checkVotes(part: PartInput, known: PartAttendance, path: string, settings: VotingSettings): Finding[] {
  return part.agenda.flatMap((item, itemIndex) =>
    item.content.flatMap((block, index) => {
      if (block.kind !== 'vote') return []
      const at = `${path}.agenda.${itemIndex}.content.${index}`
      if (!isCounted(block.vote)) return [finding('VOTE_NOT_COUNTED', 'warning', at, '还没有填写票数')]
      const judged = judgeVote(block.vote, { purpose: part.purpose, counts: known.counts }, settings)
      // The first void problem is the verdict's own reason.
      const reason = judged.problems.find((problem) => problem.isVoid)
      const others = judged.problems.filter((problem) => problem !== reason)
      return [
        verdict(judged, at),
        ...others.map(({ code, text, isVoid }) => finding(code, isVoid ? 'error' : 'warning', at, text, judged.source)),
        ...writtenOpinions(block.vote, known, at),
      ]
    }),
  )
}
