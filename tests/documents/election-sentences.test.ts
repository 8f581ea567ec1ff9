import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { electionSchema } from '#shared/activities/election-schema.ts'
import { electionPassage } from '#shared/documents/election-sentences.ts'

const election = (given: object = {}) =>
  electionSchema.parse({
    seats: 2,
    scrutineers: ['郑甲'],
    tellers: ['冯乙'],
    ballots: { issued: 11, returned: 11, valid: 11 },
    candidates: [
      { name: '张三', votes: 11 },
      { name: '李四', votes: 8 },
      { name: '王五', votes: 3 },
    ],
    ...given,
  })
const part = (dueVoters: number, presentVoters: number) => ({
  counts: { due: dueVoters + 2, present: presentVoters + 2, dueVoters, presentVoters },
})
const said = (given: object, due = 12, present = 11) => electionPassage(election(given), part(due, present)).join('\n')

describe('the election passage', () => {
  it('says quorum, ballots and who is elected', () => {
    expect(said({})).toBe(
      [
        '应到会有选举权的党员12名，实到11名，达到应到会人数的五分之四，会议有效。',
        '推选监票人郑甲、计票人冯乙（候选人不得担任监票人、计票人）。发出选票11张，收回11张，选举有效；有效票11张。',
        '应选委员2名，候选人3名（差额）。计票结果：',
        '张　三　11票（当选）',
        '李　四　8票（当选）',
        '王　五　3票（未当选：未超过实到会有选举权人数的半数）',
      ].join('\n'),
    )
  })

  it('elects nobody without four fifths, or with more ballots than were issued', () => {
    expect(said({}, 12, 9)).toContain('未达到应到会人数的五分之四，选举无效')
    expect(said({}, 12, 9)).not.toContain('当选')
    const more = said({ ballots: { issued: 11, returned: 12, valid: 11 } })
    expect(more).toContain('收回的选票多于发出的选票，选举无效')
    expect(more).not.toContain('当选')
  })

  it('leaves out of the number due whom the meeting has excused', () => {
    const text = said({ exemptions: [{ name: '褚丁', reason: '长期卧床' }] }, 12, 9)
    expect(text).toMatch(/^经会议同意，褚丁（长期卧床）不计算在应到会人数之内。应到会有选举权的党员11名，实到9名，达到/)
  })

  it('votes again on equal votes at the last seat; more winners than seats: the highest', () => {
    const candidates = (...votes: number[]) => ({ candidates: votes.map((number, i) => ({ name: `张${i}`, votes: number })) })
    expect(said(candidates(9, 6, 6))).toContain('张1　6票（得票相等，再次投票）')
    expect(said(candidates(9, 7, 6))).toContain('张2　6票（未当选：超出应选名额）')
  })

  it('names those written in and does not claim that a candidate may not count where one did', () => {
    const text = said({
      tellers: ['王五'],
      candidates: [
        { name: '张三', votes: 11 },
        { name: '李四', votes: 8 },
        { name: '孙八', votes: 1, isWrittenIn: true },
      ],
    })
    expect(text).toContain('候选人2名（等额）')
    expect(text).toContain('孙　八　1票（另选，未当选')
    expect(said({ tellers: ['王五'] })).not.toContain('候选人不得担任')
  })

  it('does not judge where nobody knows who was due', () => {
    expect(said({}, 0, 0)).not.toMatch(/当选|有效；|应到/)
  })

  it('never elects more than the seats', () => {
    const number = fc.integer({ min: 0, max: 30 })
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.array(number, { maxLength: 9 }),
        number,
        number,
        (seats, votes, due, present) => {
          const candidates = votes.map((each, i) => ({ name: `甲${i}`, votes: each }))
          const text = electionPassage(election({ seats, candidates }), part(due, present)).join('\n')
          expect((text.match(/（当选）/g) ?? []).length).toBeLessThanOrEqual(seats)
        },
      ),
    )
  })
})
