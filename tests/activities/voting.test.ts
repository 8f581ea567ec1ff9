import { describe, expect, it } from 'vitest'
import type { Counts, Purpose, Vote } from '#shared/activities/schema.ts'
import { judgeVote, quorumForOpening } from '#shared/activities/voting.ts'

const lenient = { strictQuorum: false }
const strict = { strictQuorum: true }

const voters = (due: number, present: number): Counts => ({
  due: due + 2,
  present: present + 2,
  dueVoters: due,
  presentVoters: present,
})
const committee = (due: number, present: number): Counts => ({ due, present, dueVoters: due, presentVoters: present })

const vote = (changes: Partial<Vote>): Vote => ({
  subject: 'ordinary',
  method: 'hands',
  scrutineers: [],
  tellers: [],
  writtenOpinions: 0,
  votesFor: 0,
  votesAgainst: 0,
  votesAbstain: 0,
  outcome: '',
  ...changes,
})
/** `votesFor` in favour and every other member present against: the figures add up. */
const hands = (present: number, votesFor: number) => vote({ votesFor, votesAgainst: present - votesFor })
const secret = (subject: 'admission' | 'conversion', present: number, inFavour: number, written: number) =>
  vote({
    subject,
    method: 'secret',
    ballots: { issued: present, returned: present, valid: present },
    writtenOpinions: written,
    votesFor: inFavour + written,
    votesAgainst: present - inFavour,
  })
const codes = (judged: { problems: { code: string }[] }) => judged.problems.map((problem) => problem.code)

describe('quorum and majority, every vector of DOMAIN 2.3', () => {
  type Vector = [
    name: string,
    purpose: Purpose,
    counts: Counts,
    ballot: Vote,
    strictQuorum: boolean,
    quorumMet: boolean,
    passed: boolean,
  ]
  const vectors: Vector[] = [
    ['ordinary 12/6: exactly half is enough', 'generalMeeting', voters(12, 6), hands(6, 6), false, true, false],
    ['ordinary 12/6, strict', 'generalMeeting', voters(12, 6), hands(6, 6), true, false, false],
    ['ordinary 12/11, 6 for: not more than half of those due', 'generalMeeting', voters(12, 11), hands(11, 6), false, true, false],
    ['ordinary 12/7, 7 for', 'generalMeeting', voters(12, 7), hands(7, 7), false, true, true],
    ['ordinary 12/7, 7 for, strict', 'generalMeeting', voters(12, 7), hands(7, 7), true, true, true],
    ['ordinary 11/5', 'generalMeeting', voters(11, 5), hands(5, 5), false, false, false],
    ['admission 12/6', 'generalMeeting', voters(12, 6), secret('admission', 6, 6, 6), false, false, false],
    ['admission 12/7, 6 + 1 written', 'generalMeeting', voters(12, 7), secret('admission', 7, 6, 1), false, true, true],
    ['admission 12/7, 6 and none written', 'generalMeeting', voters(12, 7), secret('admission', 7, 6, 0), false, true, false],
    ['conversion 12/11, 11 + 1 written', 'generalMeeting', voters(12, 11), secret('conversion', 11, 11, 1), false, true, true],
    ['conversion 12/6: strict changes nothing', 'generalMeeting', voters(12, 6), secret('conversion', 6, 6, 6), true, false, false],
    ['committee 5/3, 3 for', 'committeeMeeting', committee(5, 3), hands(3, 3), false, true, true],
    ['committee 4/2: exactly half is enough', 'committeeMeeting', committee(4, 2), hands(2, 2), false, true, false],
    ['committee 4/2 does not know strict', 'committeeMeeting', committee(4, 2), hands(2, 2), true, true, false],
    ['committee 5/2', 'committeeMeeting', committee(5, 2), hands(2, 2), false, false, false],
  ]
  it.each(vectors)('%s', (_name, purpose, counts, ballot, strictQuorum, quorumMet, passed) => {
    const judged = judgeVote(ballot, { purpose, counts }, { strictQuorum })
    expect(judged.quorumMet).toBe(quorumMet)
    expect(judged.passed).toBe(passed)
    expect(judged.problems).toEqual([])
  })
})

describe('what the screen says', () => {
  it('names the numbers and the articles', () => {
    const judged = judgeVote(secret('conversion', 11, 11, 1), { purpose: 'generalMeeting', counts: voters(12, 11) }, lenient)
    expect(judged.text).toBe('通过：赞成12票，超过应到会有表决权的正式党员12名的半数（发展党员工作细则第二十一条、第三十三条）')
    expect(judged.ruleIds).toEqual(['conversion-vote', 'admission-quorum', 'admission-pass'])
    expect(judged.source).toBe('《中国共产党发展党员工作细则》(2014) 第二十一条、第三十三条')
  })
  it('says that a meeting without enough voters decides nothing', () => {
    const judged = judgeVote(hands(5, 5), { purpose: 'generalMeeting', counts: voters(11, 5) }, lenient)
    expect(judged.text).toContain('不符合规定人数，表决无效')
    expect(judged.text).toContain('支部工作条例第十一条')
  })
  it('says that the majority of a committee is custom', () => {
    const judged = judgeVote(hands(5, 5), { purpose: 'committeeMeeting', counts: committee(5, 5) }, lenient)
    expect(judged.text).toBe('通过：赞成5票，超过支部委员会委员5名的半数（支部工作条例第十二条；条例只规定到会人数，通过按惯例）')
  })
  it('claims no rule for a group', () => {
    const judged = judgeVote(hands(6, 6), { purpose: 'groupMeeting', counts: voters(7, 6) }, lenient)
    expect(judged).toMatchObject({ ruleIds: [], source: '', quorumMet: true })
    expect(judged.text).toContain('只作记录')
  })
  it('cannot judge without knowing who was due', () => {
    const judged = judgeVote(vote({}), { purpose: 'generalMeeting', counts: voters(0, 0) }, lenient)
    expect(judged).toMatchObject({ quorumMet: false, passed: false, text: '无法判断是否通过：不知道应到会有表决权的党员的人数' })
  })
})

describe('figures that do not add up', () => {
  const general = (present: number) => ({ purpose: 'generalMeeting' as const, counts: voters(12, present) })

  it('more votes than voters: cannot be held to have passed', () => {
    const judged = judgeVote(vote({ votesFor: 11, votesAgainst: 1 }), general(11), lenient)
    expect(codes(judged)).toEqual(['VOTES_ABOVE_VOTERS'])
    expect(judged.passed).toBe(false)
    expect(judged.text).toContain('合计12票')
  })
  it('fewer votes than voters: said, and the votes in favour stay counted', () => {
    const judged = judgeVote(vote({ votesFor: 10 }), general(11), lenient)
    expect(codes(judged)).toEqual(['VOTES_BELOW_VOTERS'])
    expect(judged.passed).toBe(true)
  })
  it('written opinions count in admission and conversion alone', () => {
    const judged = judgeVote(vote({ votesFor: 11, writtenOpinions: 1 }), general(11), lenient)
    expect(codes(judged)).toEqual(['WRITTEN_NOT_COUNTED'])
    expect(judged.passed).toBe(false)
  })
  it('not more written opinions than absent voters', () => {
    expect(codes(judgeVote(secret('admission', 11, 11, 2), general(11), lenient))).toEqual(['WRITTEN_ABOVE_ABSENT'])
  })
  it.each(['admission', 'conversion'] as const)('%s by a show of hands is void', (subject) => {
    const judged = judgeVote(vote({ subject, votesFor: 11 }), general(11), lenient)
    expect(codes(judged)).toEqual(['SECRET_BALLOT_DEMANDED'])
    expect(judged).toMatchObject({ quorumMet: true, passed: false })
  })
  it('admission belongs to a general meeting', () => {
    const judged = judgeVote(secret('admission', 5, 5, 0), { purpose: 'committeeMeeting', counts: committee(5, 5) }, lenient)
    expect(codes(judged)).toEqual(['NOT_A_GENERAL_MEETING'])
    expect(judged.passed).toBe(false)
  })
  it.each([
    ['RETURNED_ABOVE_ISSUED', { issued: 10, returned: 11, valid: 11 }],
    ['ISSUED_ABOVE_PRESENT', { issued: 12, returned: 11, valid: 11 }],
    ['VALID_ABOVE_RETURNED', { issued: 11, returned: 10, valid: 11 }],
  ])('%s', (code, ballots) => {
    const judged = judgeVote(vote({ method: 'secret', ballots, votesFor: 11 }), general(11), lenient)
    expect(codes(judged)).toEqual([code])
    expect(judged.passed).toBe(false)
  })
  it('a spoiled ballot is no vote', () => {
    const spoiled = vote({ method: 'secret', ballots: { issued: 11, returned: 11, valid: 10 }, votesFor: 10 })
    expect(judgeVote(spoiled, general(11), lenient)).toMatchObject({ passed: true, problems: [] })
    expect(codes(judgeVote({ ...spoiled, votesFor: 11 }, general(11), lenient))).toEqual(['VOTES_ABOVE_VOTERS'])
  })
  it('asks for the ballots of a secret vote', () => {
    expect(codes(judgeVote(vote({ method: 'secret', votesFor: 11 }), general(11), lenient))).toEqual(['BALLOTS_MISSING'])
  })
  it('more present than due', () => {
    expect(codes(judgeVote(hands(13, 13), general(13), lenient))).toEqual(['PRESENT_ABOVE_DUE'])
  })
})

describe('quorum for the opening sentence', () => {
  it.each<[Purpose, Counts, boolean, boolean]>([
    ['generalMeeting', voters(12, 6), true, false],
    ['generalMeeting', voters(12, 7), true, true],
    ['generalMeeting', voters(11, 5), false, false],
    ['organizationalLifeMeeting', voters(11, 5), false, false],
    ['democraticAppraisal', voters(12, 6), true, false],
    ['committeeMeeting', committee(5, 3), true, true],
    ['committeeMeeting', committee(4, 2), true, true],
    ['committeeMeeting', committee(5, 2), false, false],
    ['groupMeeting', voters(7, 1), true, true],
    ['partyLecture', voters(12, 3), true, true],
    ['generalMeeting', voters(0, 0), false, false],
  ])('%s %o', (purpose, counts, asWritten, whenStrict) => {
    expect(quorumForOpening(purpose, counts, lenient)).toBe(asWritten)
    expect(quorumForOpening(purpose, counts, strict)).toBe(whenStrict)
  })
})
