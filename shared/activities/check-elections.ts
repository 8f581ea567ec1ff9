import { normalName } from '../kernel/text.ts'
import type { PartAttendance } from './attendance.ts'
import { judgeElection } from './election.ts'
import { electionFigures } from './election-figures.ts'
import type { Election } from './election-schema.ts'
import { finding } from './findings.ts'
import type { Finding, PartInput } from './schema.ts'

const source = '《中国共产党基层组织选举工作条例》(2020)'

/** 候选人不得担任监票人、计票人: whoever stands for election does not count the votes. */
function countingCandidates(election: Election, at: string): Finding[] {
  const candidates = new Set(election.candidates.map(({ name }) => normalName(name)))
  const roles = [
    { names: election.scrutineers, does: '监票人' },
    { names: election.tellers, does: '计票人' },
  ]
  return roles.flatMap(({ names, does }) =>
    names
      .filter((name) => candidates.has(normalName(name)))
      .map((name) => finding('CANDIDATE_COUNTS_VOTES', 'error', at, `${name}是候选人，不得担任${does}`, source)),
  )
}

/** An election planned and not yet held has no figures: nobody is elected, and no two are level. */
const isCounted = ({ ballots, candidates }: Election) => ballots.issued > 0 || candidates.some(({ votes }) => votes > 0)

/** Each election with its verdict, then what is wrong with its figures. */
export function checkElections(part: PartInput, known: PartAttendance, path: string): Finding[] {
  return part.agenda.flatMap((item, itemIndex) =>
    item.content.flatMap((block, index) => {
      if (block.kind !== 'election') return []
      const at = `${path}.agenda.${itemIndex}.content.${index}`
      const { election } = block
      const figures = electionFigures(election, known)
      const counting = countingCandidates(election, at)
      if (figures.due === 0) {
        return [finding('VOTE_NOT_JUDGED', 'warning', at, '无法判断选举是否有效：不知道应到会有选举权的人数'), ...counting]
      }
      if (!isCounted(election)) return [finding('VOTE_NOT_COUNTED', 'warning', at, '还没有填写选举票数'), ...counting]
      const judged = judgeElection(figures)
      const quorum = judged.quorumMet
        ? []
        : [
            finding(
              'QUORUM_NOT_MET',
              'error',
              at,
              `应到会有选举权的党员${figures.due}名，实到${figures.present}名，未达到五分之四，选举无效`,
              source,
            ),
          ]
      const tied =
        judged.tied.length > 0
          ? [finding('ELECTION_TIED', 'warning', at, `${judged.tied.join('、')}得票相等，须再次投票`, source)]
          : []
      const problems = judged.problems
        // 差额 is a duty where committee members are elected.
        .filter(({ code }) => code !== 'TOO_FEW_CANDIDATES' || election.office === '委员')
        .map(({ code, text }) => finding(code, code === 'TOO_FEW_CANDIDATES' ? 'warning' : 'error', at, text, source))
      return [...quorum, ...tied, ...problems, ...counting]
    }),
  )
}
