import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Counts, purposes, type Vote, voteSubjects } from '#shared/activities/schema.ts'
import { judgeVote, quorumForOpening } from '#shared/activities/voting.ts'

const small = fc.integer({ min: 0, max: 60 })
const counts: fc.Arbitrary<Counts> = fc.record({ due: small, present: small, dueVoters: small, presentVoters: small })
const purpose = fc.constantFrom(...purposes)
const anyVote: fc.Arbitrary<Vote> = fc.record({
  subject: fc.constantFrom(...voteSubjects),
  method: fc.constantFrom('hands' as const, 'secret' as const),
  scrutineers: fc.constant([]),
  tellers: fc.constant([]),
  ballots: fc.option(fc.record({ issued: small, returned: small, valid: small })),
  writtenOpinions: fc.integer({ min: 0, max: 5 }),
  votesFor: small,
  votesAgainst: small,
  votesAbstain: small,
  outcome: fc.constant(''),
})
/** A vote of an honest tally, which random figures would almost never be. */
const tallied = fc
  .record({
    due: fc.integer({ min: 1, max: 60 }),
    presence: fc.nat(),
    split: fc.tuple(fc.nat(), fc.nat()),
    subject: fc.constantFrom(...voteSubjects),
    written: fc.integer({ min: 0, max: 5 }),
    place: fc.constantFrom('generalMeeting' as const, 'committeeMeeting' as const),
  })
  .map(({ due, presence, split, subject, written, place }) => {
    const present = presence % (due + 1)
    const writtenOpinions = subject === 'ordinary' ? 0 : Math.min(written, due - present)
    const votesFor = split[0] % (present + 1)
    const votesAgainst = split[1] % (present - votesFor + 1)
    const vote: Vote = {
      subject,
      method: subject === 'ordinary' ? 'hands' : 'secret',
      scrutineers: [],
      tellers: [],
      ballots: subject === 'ordinary' ? null : { issued: present, returned: present, valid: present },
      writtenOpinions,
      votesFor: votesFor + writtenOpinions,
      votesAgainst,
      votesAbstain: present - votesFor - votesAgainst,
      outcome: '',
    }
    const part = {
      purpose: subject === 'ordinary' ? place : ('generalMeeting' as const),
      counts: { due, present, dueVoters: due, presentVoters: present },
    }
    return { vote, part }
  })

describe('votes', () => {
  it('an honest tally has no problem, and passes exactly with quorum and more than half of those due', () => {
    fc.assert(
      fc.property(tallied, fc.boolean(), ({ vote, part }, strictQuorum) => {
        const judged = judgeVote(vote, part, { strictQuorum })
        expect(judged.problems).toEqual([])
        expect(judged.passed).toBe(judged.quorumMet && vote.votesFor * 2 > part.counts.dueVoters)
      }),
    )
  })
  it('one more vote in favour never turns passed into not passed', () => {
    fc.assert(
      fc.property(tallied, fc.boolean(), ({ vote, part }, strictQuorum) => {
        const from = vote.votesAbstain > 0 ? 'votesAbstain' : vote.votesAgainst > 0 ? 'votesAgainst' : null
        fc.pre(from !== null)
        const more = { ...vote, votesFor: vote.votesFor + 1, [from]: vote[from] - 1 }
        if (judgeVote(vote, part, { strictQuorum }).passed) expect(judgeVote(more, part, { strictQuorum }).passed).toBe(true)
      }),
    )
  })
  it('the strict reading is never the more lenient one', () => {
    fc.assert(
      fc.property(anyVote, purpose, counts, (vote, where, numbers) => {
        const asWritten = judgeVote(vote, { purpose: where, counts: numbers }, { strictQuorum: false })
        const strictly = judgeVote(vote, { purpose: where, counts: numbers }, { strictQuorum: true })
        if (strictly.quorumMet) expect(asWritten.quorumMet).toBe(true)
        if (strictly.passed) expect(asWritten.passed).toBe(true)
        if (quorumForOpening(where, numbers, { strictQuorum: true }))
          expect(quorumForOpening(where, numbers, { strictQuorum: false })).toBe(true)
      }),
    )
  })
  it('never passes without quorum, never with a void problem, and names nobody', () => {
    fc.assert(
      fc.property(anyVote, purpose, counts, (vote, where, numbers) => {
        const named = { ...vote, scrutineers: ['吴十'], tellers: ['郑甲'] }
        const judged = judgeVote(named, { purpose: where, counts: numbers }, { strictQuorum: false })
        if (judged.passed) expect(judged.quorumMet).toBe(true)
        if (judged.problems.some((problem) => problem.isVoid)) expect(judged.passed).toBe(false)
        // Only the numbers decide.
        expect(judged).toEqual(judgeVote(vote, { purpose: where, counts: numbers }, { strictQuorum: false }))
      }),
    )
  })
  it('is exact where a rounded percentage is not', () => {
    const vote: Vote = {
      subject: 'ordinary',
      method: 'hands',
      scrutineers: [],
      tellers: [],
      writtenOpinions: 0,
      votesFor: 50_000,
      votesAgainst: 49_999,
      votesAbstain: 0,
      outcome: '',
    }
    const numbers = { due: 100_000, present: 99_999, dueVoters: 100_000, presentVoters: 99_999 }
    expect(judgeVote(vote, { purpose: 'generalMeeting', counts: numbers }, { strictQuorum: false }).passed).toBe(false)
    expect(
      judgeVote(
        { ...vote, votesFor: 50_001, votesAgainst: 49_998 },
        { purpose: 'generalMeeting', counts: numbers },
        { strictQuorum: false },
      ).passed,
    ).toBe(true)
  })
})
