import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Counts, Vote } from '#shared/activities/schema.ts'
import { openingSentence, votePassage } from '#shared/documents/vote-sentences.ts'

const relaxed = { strictQuorum: false }
const counts = (dueVoters: number, presentVoters: number): Counts => ({
  due: dueVoters + 2,
  present: presentVoters + 2,
  dueVoters,
  presentVoters,
})
const general = (dueVoters: number, presentVoters: number) => ({
  purpose: 'generalMeeting' as const,
  counts: counts(dueVoters, presentVoters),
})
const vote = (given: Partial<Vote>): Vote => ({
  subject: 'ordinary',
  method: 'hands',
  scrutineers: [],
  tellers: [],
  ballots: null,
  writtenOpinions: 0,
  votesFor: 0,
  votesAgainst: 0,
  votesAbstain: 0,
  outcome: '',
  ...given,
})

describe('the opening sentence', () => {
  it('gives the numbers and says that the meeting may begin', () => {
    expect(openingSentence(general(12, 11), relaxed)).toBe(
      '本次会议应到党员14名，实到13名；其中应到会有表决权的党员12名，实到11名，符合规定人数，可以开会。',
    )
    const committee = { purpose: 'committeeMeeting' as const, counts: { due: 5, present: 4, dueVoters: 5, presentVoters: 4 } }
    expect(openingSentence(committee, relaxed)).toBe('本次会议应到委员5名，实到4名，符合规定人数，可以开会。')
  })

  it('says when there are too few; exactly half is enough unless the branch reads it strictly', () => {
    expect(openingSentence(general(12, 5), relaxed)).toContain('实到5名，不符合规定人数。')
    expect(openingSentence(general(12, 6), relaxed)).toContain('符合规定人数，可以开会')
    expect(openingSentence(general(12, 6), { strictQuorum: true })).toContain('不符合规定人数。')
  })

  it('does not judge where nobody knows who has a vote', () => {
    expect(
      openingSentence({ purpose: 'generalMeeting', counts: { due: 14, present: 13, dueVoters: 0, presentVoters: 0 } }, relaxed),
    ).toBe('本次会议应到党员14名，实到13名。')
  })
})

describe('the vote passage', () => {
  it('of a show of hands', () => {
    expect(votePassage(vote({ votesFor: 11 }), general(12, 11), relaxed)).toBe(
      '会议以举手表决方式进行表决，应到会有表决权的党员12名，实到11名，赞成11票，反对0票，弃权0票，通过。',
    )
    expect(votePassage(vote({ votesFor: 11, outcome: '审查通过工作报告。' }), general(12, 11), relaxed)).toMatch(
      /弃权0票，审查通过工作报告。$/,
    )
  })

  it('of a secret ballot', () => {
    const secret = vote({ method: 'secret', ballots: { issued: 11, returned: 11, valid: 11 }, votesFor: 11 })
    expect(votePassage(secret, general(12, 11), relaxed)).toBe(
      '会议采取无记名投票方式进行表决。发出表决票11张，收回11张，有效票11张；赞成11票，反对0票，弃权0票。',
    )
    expect(votePassage({ ...secret, scrutineers: ['吴十', '冯乙'], tellers: ['郑甲'] }, general(12, 11), relaxed)).toMatch(
      /^推选吴十、冯乙为监票人，郑甲为计票人。会议采取/,
    )
  })

  it('of a ballot on a conversion with a written opinion', () => {
    const conversion = vote({
      subject: 'conversion',
      method: 'secret',
      ballots: { issued: 11, returned: 11, valid: 11 },
      writtenOpinions: 1,
      votesFor: 12,
    })
    expect(votePassage(conversion, general(12, 11), relaxed)).toBe(
      '会议采取无记名投票方式进行表决。发出表决票11张，收回11张，有效票11张；因故不能到会的1名党员会前正式提出书面意见，按规定计入票数。' +
        '赞成12票，反对0票，弃权0票，赞成票超过应到会有表决权的正式党员的半数。',
    )
  })

  it('that did not pass, whatever the outcome says', () => {
    expect(votePassage(vote({ votesFor: 6, votesAgainst: 5, outcome: '一致通过' }), general(12, 11), relaxed)).toBe(
      '会议以举手表决方式进行表决，应到会有表决权的党员12名，实到11名，赞成6票，反对5票，弃权0票。' +
        '赞成票未超过应到会有表决权的党员的半数，本项议题未获通过。',
    )
  })

  it('without a quorum: no vote, or a void one', () => {
    expect(votePassage(vote({}), general(12, 5), relaxed)).toBe(
      '实到会有表决权的党员未达到规定人数，本项议题不进行表决，另行安排。',
    )
    expect(votePassage(vote({ votesFor: 5 }), general(12, 5), relaxed)).toMatch(/弃权0票。不符合规定人数，表决无效。$/)
  })

  it('of a vote that the manner makes void says only what happened', () => {
    const byHands = vote({ subject: 'admission', votesFor: 11, outcome: '同意接收' })
    expect(votePassage(byHands, general(12, 11), relaxed)).toMatch(/弃权0票。$/)
  })

  it('never says 通过 without a majority of those due', () => {
    const number = fc.integer({ min: 0, max: 40 })
    fc.assert(
      fc.property(
        number,
        number,
        number,
        number,
        fc.constantFrom('hands' as const, 'secret' as const),
        (due, present, votesFor, votesAgainst, method) => {
          const text = votePassage(
            vote({ method, votesFor, votesAgainst, outcome: '获得认可' }),
            general(due, Math.min(due, present)),
            relaxed,
          )
          expect(text.endsWith('。')).toBe(true)
          if (due > 0 && votesFor * 2 <= due) expect(text).not.toMatch(/获得认可|，通过/)
        },
      ),
    )
  })
})
