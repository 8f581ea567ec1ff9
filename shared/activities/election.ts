/** One candidate, or a name written in under 另选他人, with the votes in favour. */
export interface ElectionCandidate {
  readonly name: string
  readonly votes: number
}

export interface ElectionInput {
  /** 应到会有选举权的人数, after those whom the meeting has excused. */
  readonly due: number
  /** 实到会有选举权的人数. */
  readonly present: number
  readonly ballots: { readonly issued: number; readonly returned: number; readonly valid: number }
  /** 应选名额. */
  readonly seats: number
  readonly candidates: readonly ElectionCandidate[]
}

export interface ElectionProblem {
  readonly code:
    | 'BALLOTS_INVALID'
    | 'ISSUED_ABOVE_PRESENT'
    | 'VALID_ABOVE_RETURNED'
    | 'VOTES_ABOVE_VALID'
    | 'TOO_MANY_VOTES'
    | 'TOO_FEW_CANDIDATES'
  readonly text: string
}

export interface ElectionJudgement {
  readonly quorumMet: boolean
  /** Quorum met and not more ballots returned than issued, and the counting possible. */
  readonly isValid: boolean
  /** More than half of those present, highest first, never more than the seats. */
  readonly elected: string[]
  /** Passed the half, but stand level at the last seat: they are voted on again. */
  readonly tied: string[]
  readonly notElected: string[]
  readonly problems: ElectionProblem[]
  readonly ruleIds: string[]
}

/** At least four fifths of those due; exactly four fifths is enough (DOMAIN 2.3). */
export const electionQuorum = (present: number, due: number): boolean => due > 0 && present * 5 >= due * 4

/** 差额不少于应选人数的百分之二十: the smallest number of candidates for `seats` seats. */
export const candidatesNeeded = (seats: number): number => seats + Math.ceil(seats / 5)

/** A ballot is valid when it names no more than the seats. */
export const isBallotValid = (namesMarked: number, seats: number): boolean => namesMarked <= seats

function problemsOf(input: ElectionInput): ElectionProblem[] {
  const { ballots, present, seats, candidates } = input
  const problems: ElectionProblem[] = []
  if (ballots.returned > ballots.issued) {
    problems.push({ code: 'BALLOTS_INVALID', text: `收回选票${ballots.returned}张，多于发出的${ballots.issued}张，选举无效` })
  }
  if (ballots.issued > present) {
    problems.push({ code: 'ISSUED_ABOVE_PRESENT', text: `发出选票${ballots.issued}张，多于实到会有选举权的${present}名` })
  }
  if (ballots.valid > ballots.returned) {
    problems.push({ code: 'VALID_ABOVE_RETURNED', text: `有效票${ballots.valid}张，多于收回的${ballots.returned}张` })
  }
  for (const { name, votes } of candidates) {
    if (votes > ballots.valid)
      problems.push({ code: 'VOTES_ABOVE_VALID', text: `${name}得票${votes}张，多于有效票${ballots.valid}张` })
  }
  const sum = candidates.reduce((total, candidate) => total + candidate.votes, 0)
  if (sum > ballots.valid * seats) {
    problems.push({ code: 'TOO_MANY_VOTES', text: `得票合计${sum}，多于有效票${ballots.valid}张乘以应选${seats}名` })
  }
  if (candidates.length < candidatesNeeded(seats)) {
    problems.push({ code: 'TOO_FEW_CANDIDATES', text: `应选${seats}名，候选人${candidates.length}名，差额不足百分之二十` })
  }
  return problems
}

const names = (list: readonly ElectionCandidate[]) => list.map((candidate) => candidate.name)

/**
 * Judges an election of committee members by totals (DOMAIN 2.3): quorum four fifths of those due, elected with more than
 * half of those PRESENT, the highest first when more pass than there are seats, level at the last seat → voted again.
 * 差额 is a duty of elections of committee members; for a secretary or deputy the caller ignores TOO_FEW_CANDIDATES.
 */
export function judgeElection(input: ElectionInput): ElectionJudgement {
  const problems = problemsOf(input)
  const quorumMet = electionQuorum(input.present, input.due) && input.present <= input.due
  const isValid = quorumMet && problems.every((problem) => problem.code === 'TOO_FEW_CANDIDATES')
  const ruleIds = ['election-quorum', 'election-pass', 'election-surplus', 'election-ballots']
  if (!isValid) return { quorumMet, isValid, elected: [], tied: [], notElected: names(input.candidates), problems, ruleIds }

  // A stable sort: candidates with equal votes keep the order of the ballot (姓氏笔画).
  const passed = input.candidates.filter((candidate) => candidate.votes * 2 > input.present).toSorted((a, b) => b.votes - a.votes)
  const failed = input.candidates.filter((candidate) => candidate.votes * 2 <= input.present)
  if (passed.length <= input.seats) {
    return { quorumMet, isValid, elected: names(passed), tied: [], notElected: names(failed), problems, ruleIds }
  }
  const lastIn = input.seats > 0 ? passed[input.seats - 1]?.votes : undefined
  const firstOut = passed[input.seats]?.votes
  const isTie = lastIn !== undefined && lastIn === firstOut
  const elected = isTie ? passed.filter((candidate) => candidate.votes > lastIn) : passed.slice(0, input.seats)
  const tied = isTie ? passed.filter((candidate) => candidate.votes === lastIn) : []
  const out = passed.filter((candidate) => !elected.includes(candidate) && !tied.includes(candidate))
  return {
    quorumMet,
    isValid,
    elected: names(elected),
    tied: names(tied),
    notElected: names([...out, ...failed]),
    problems,
    ruleIds,
  }
}
