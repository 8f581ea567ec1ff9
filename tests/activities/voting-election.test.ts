import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { candidatesNeeded, electionQuorum, isBallotValid, judgeElection } from '#shared/activities/election.ts'
import { excellentLimit } from '#shared/appraisal/grades.ts'

const all = (count: number) => ({ issued: count, returned: count, valid: count })
const names = ['张三', '李四', '王五', '赵六', '钱七', '吴十', '郑甲', '冯乙']
const candidates = (...votes: number[]) => votes.map((count, index) => ({ name: names[index] ?? `另选${index}`, votes: count }))
const codes = (judged: { problems: { code: string }[] }) => judged.problems.map((problem) => problem.code)

describe('elections, the vectors of DOMAIN 2.3', () => {
  it.each([
    [10, 8, true],
    [12, 9, false],
    [12, 10, true],
    [0, 0, false],
  ])('due %i, present %i: quorum %s', (due, present, met) => expect(electionQuorum(present, due)).toBe(met))

  it('10 due, 8 present, 5 votes: elected', () => {
    expect(judgeElection({ due: 10, present: 8, ballots: all(8), seats: 1, candidates: candidates(5, 3) })).toMatchObject({
      quorumMet: true,
      isValid: true,
      elected: ['张三'],
      notElected: ['李四'],
    })
  })
  it('12 due, 10 present, 5 votes: not more than half of those present', () => {
    expect(judgeElection({ due: 12, present: 10, ballots: all(10), seats: 1, candidates: candidates(5, 5) }).elected).toEqual([])
  })
  it('12 due, 9 present: nobody is elected', () => {
    const judged = judgeElection({ due: 12, present: 9, ballots: all(9), seats: 1, candidates: candidates(9, 0) })
    expect(judged).toMatchObject({ quorumMet: false, isValid: false, elected: [] })
  })
  it('five seats, six candidates (DOMAIN 3.5.10)', () => {
    const judged = judgeElection({ due: 12, present: 11, ballots: all(11), seats: 5, candidates: candidates(11, 11, 10, 9, 7, 5) })
    expect(judged).toMatchObject({ isValid: true, elected: names.slice(0, 5), notElected: ['吴十'], tied: [], problems: [] })
  })
  it('more pass than there are seats: the highest', () => {
    const judged = judgeElection({ due: 12, present: 10, ballots: all(10), seats: 2, candidates: candidates(6, 8, 6, 0) })
    expect(judged).toMatchObject({ elected: ['李四'], tied: ['张三', '王五'] })
    expect(judgeElection({ due: 12, present: 10, ballots: all(10), seats: 2, candidates: candidates(6, 7, 7) })).toMatchObject({
      elected: ['李四', '王五'],
      tied: [],
      notElected: ['张三'],
    })
  })
  it.each([
    [1, 2],
    [3, 4],
    [5, 6],
    [6, 8],
    [7, 9],
  ])('%i seats need %i candidates', (seats, needed) => expect(candidatesNeeded(seats)).toBe(needed))
  it('says that the surplus is missing, and counts all the same', () => {
    const judged = judgeElection({ due: 12, present: 11, ballots: all(11), seats: 5, candidates: candidates(11, 11, 10, 9, 7) })
    expect(codes(judged)).toEqual(['TOO_FEW_CANDIDATES'])
    expect(judged.elected).toHaveLength(5)
  })
  it('more ballots returned than issued: void', () => {
    const judged = judgeElection({
      due: 12,
      present: 11,
      ballots: { issued: 10, returned: 11, valid: 10 },
      seats: 1,
      candidates: candidates(10, 0),
    })
    expect(codes(judged)).toEqual(['BALLOTS_INVALID'])
    expect(judged).toMatchObject({ isValid: false, elected: [] })
  })
  it('figures that cannot be are not counted', () => {
    const base = { due: 12, present: 11, seats: 1 }
    expect(codes(judgeElection({ ...base, ballots: all(11), candidates: candidates(12, 0) }))).toEqual([
      'VOTES_ABOVE_VALID',
      'TOO_MANY_VOTES',
    ])
    expect(codes(judgeElection({ ...base, ballots: all(12), candidates: candidates(11, 0) }))).toEqual(['ISSUED_ABOVE_PRESENT'])
    expect(
      codes(judgeElection({ ...base, ballots: { issued: 11, returned: 10, valid: 11 }, candidates: candidates(10, 0) })),
    ).toEqual(['VALID_ABOVE_RETURNED'])
  })
  it('a ballot may name as many as there are seats, or fewer', () => {
    expect([isBallotValid(4, 5), isBallotValid(5, 5), isBallotValid(6, 5)]).toEqual([true, true, false])
  })
  it('never elects more than the seats, never with half or less, and everybody is somewhere', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 7 }),
        fc.array(fc.nat(30), { minLength: 1, maxLength: 8 }),
        (present, seats, votes) => {
          const list = candidates(...votes.map((count) => count % (present + 1)))
          const judged = judgeElection({ due: present, present, ballots: all(present), seats, candidates: list })
          expect(judged.elected.length).toBeLessThanOrEqual(seats)
          for (const name of judged.elected) expect((list.find((c) => c.name === name)?.votes ?? 0) * 2).toBeGreaterThan(present)
          expect([...judged.elected, ...judged.tied, ...judged.notElected].toSorted()).toEqual(list.map((c) => c.name).toSorted())
          if (judged.tied.length > 0) expect(judged.elected.length + judged.tied.length).toBeGreaterThan(seats)
        },
      ),
    )
  })
})

describe('优秀 at most a third', () => {
  it.each([
    [13, 4],
    [12, 4],
    [11, 3],
    [2, 0],
    [0, 0],
  ])('%i formal members: %i', (formal, limit) => expect(excellentLimit(formal)).toBe(limit))
})
