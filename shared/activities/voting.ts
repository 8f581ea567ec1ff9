import type { Counts, Purpose, Vote } from './schema.ts'
import { type VoteProblem, voteProblems } from './vote-problems.ts'

/** The branch settings that change how a vote is read. */
export interface VotingSettings {
  /** 半数以上 read as 超过半数, for ordinary votes of a general meeting only (DOMAIN 2.3). */
  readonly strictQuorum: boolean
}

export interface VoteJudgement {
  readonly quorumMet: boolean
  /** Quorum, majority and no problem that makes the vote void. Such a vote is still saved (PRACTICE §2). */
  readonly passed: boolean
  readonly problems: VoteProblem[]
  /** Rows of the rule table that were applied; empty where no rule exists. */
  readonly ruleIds: string[]
  /** Regulation and articles; empty where no rule exists. */
  readonly source: string
  /** One line for the screen: the verdict, the numbers, the article. */
  readonly text: string
}

/** How one kind of vote is counted. All numbers are persons or votes; nothing is ever a percentage. */
export interface VoteRule {
  readonly ruleIds: readonly string[]
  readonly source: string
  readonly shortSource: string
  /** 应到会有表决权的党员, 委员 …: whose number is the base. */
  readonly baseName: string
  /** How the required attendance reads; empty where none is required. */
  readonly quorumName: string
  readonly quorum: (present: number, due: number) => boolean
  readonly passNote: string
}

const halfOrMore = (present: number, due: number) => due > 0 && present * 2 >= due
const moreThanHalf = (part: number, whole: number) => whole > 0 && part * 2 > whole

const ordinary = (strict: boolean): VoteRule => ({
  ruleIds: ['general-quorum', 'general-pass'],
  source: '《中国共产党支部工作条例（试行）》(2018) 第十一条',
  shortSource: '支部工作条例第十一条',
  baseName: '应到会有表决权的党员',
  quorumName: strict ? '超过半数' : '半数以上',
  quorum: strict ? moreThanHalf : halfOrMore,
  passNote: '',
})

const committee: VoteRule = {
  ruleIds: ['committee-quorum'],
  source: '《中国共产党支部工作条例（试行）》(2018) 第十二条',
  shortSource: '支部工作条例第十二条',
  baseName: '支部委员会委员',
  quorumName: '半数以上',
  quorum: halfOrMore,
  // The regulation sets only the quorum of a committee; the majority of its members is custom (DOMAIN 2.3).
  passNote: '条例只规定到会人数，通过按惯例',
}

const admission: VoteRule = {
  ruleIds: ['admission-quorum', 'admission-pass'],
  source: '《中国共产党发展党员工作细则》(2014) 第二十条、第二十一条',
  shortSource: '发展党员工作细则第二十条、第二十一条',
  baseName: '应到会有表决权的正式党员',
  quorumName: '超过半数',
  quorum: moreThanHalf,
  passNote: '',
}

const conversion: VoteRule = {
  ...admission,
  ruleIds: ['conversion-vote', 'admission-quorum', 'admission-pass'],
  source: '《中国共产党发展党员工作细则》(2014) 第二十一条、第三十三条',
  shortSource: '发展党员工作细则第二十一条、第三十三条',
}

const group: VoteRule = {
  ruleIds: [],
  source: '',
  shortSource: '',
  baseName: '应到会有表决权的党员',
  quorumName: '',
  quorum: () => true,
  passNote: '',
}

function ruleFor(subject: Vote['subject'], purpose: Purpose, settings: VotingSettings): VoteRule {
  if (subject === 'admission') return admission
  if (subject === 'conversion') return conversion
  if (purpose === 'committeeMeeting') return committee
  if (purpose === 'groupMeeting') return group
  return ordinary(settings.strictQuorum)
}

/** Whose presence a vote of this part is measured by: the committee itself, otherwise the members with a vote. */
export function votingBase(purpose: Purpose, counts: Counts): { due: number; present: number } {
  return purpose === 'committeeMeeting'
    ? { due: counts.due, present: counts.present }
    : { due: counts.dueVoters, present: counts.presentVoters }
}

/**
 * Judges a vote by DOMAIN 2.3: integers only, against those DUE (never those present). `votesFor`, `votesAgainst` and
 * `votesAbstain` include written opinions; ballots do not. `part.counts` are those of the part the vote stands in; for a
 * committee meeting `counts.due` is the size of the committee.
 */
export function judgeVote(vote: Vote, part: { purpose: Purpose; counts: Counts }, settings: VotingSettings): VoteJudgement {
  const rule = ruleFor(vote.subject, part.purpose, settings)
  const base = votingBase(part.purpose, part.counts)
  const quorumMet = rule.quorum(base.present, base.due)
  const problems = voteProblems(vote, part.purpose, base)
  const isVoid = problems.find((problem) => problem.isVoid)
  const majority = moreThanHalf(vote.votesFor, base.due)
  const result = {
    quorumMet,
    passed: quorumMet && majority && !isVoid,
    problems,
    ruleIds: [...rule.ruleIds],
    source: rule.source,
  }
  const article = [rule.shortSource, rule.passNote].filter(Boolean).join('；')
  if (base.due === 0) return { ...result, text: `无法判断是否通过：不知道${rule.baseName}的人数` }
  if (isVoid) return { ...result, text: `不能认定为通过：${isVoid.text}` }
  if (rule === group) {
    const votes = `赞成${vote.votesFor}票，反对${vote.votesAgainst}票，弃权${vote.votesAbstain}票`
    return { ...result, text: `${votes}（对党小组会的表决没有规定，只作记录）` }
  }
  if (!quorumMet) {
    const text = `不符合规定人数，表决无效：${rule.baseName}${base.due}名，实到${base.present}名，须${rule.quorumName}到会（${article}）`
    return { ...result, text }
  }
  const comparison = majority ? '超过' : '未超过'
  return {
    ...result,
    text: `${majority ? '通过' : '未通过'}：赞成${vote.votesFor}票，${comparison}${rule.baseName}${base.due}名的半数（${article}）`,
  }
}

/** The rule on attendance of a meeting as a whole; null where no regulation asks for a number. */
export function quorumRule(purpose: Purpose, settings: VotingSettings): VoteRule | null {
  if (purpose === 'committeeMeeting') return committee
  const isGeneral = purpose === 'generalMeeting' || purpose === 'organizationalLifeMeeting' || purpose === 'democraticAppraisal'
  return isGeneral ? ordinary(settings.strictQuorum) : null
}

/**
 * Whether the opening sentence may say 「符合规定人数，可以开会」: the quorum of an ordinary vote in a general meeting
 * (also when it is held as 组织生活会 or 民主评议), that of the committee in a committee meeting. For every other purpose no
 * regulation asks for a number, so nothing is missing. False as well when nobody knows who was due (名单未录).
 */
export function quorumForOpening(purpose: Purpose, counts: Counts, settings: VotingSettings): boolean {
  const base = votingBase(purpose, counts)
  return quorumRule(purpose, settings)?.quorum(base.present, base.due) ?? true
}
