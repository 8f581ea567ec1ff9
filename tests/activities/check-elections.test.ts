import { describe, expect, it } from 'vitest'
import { checkElections } from '#shared/activities/check-elections.ts'
import { type PartInput, partInputSchema } from '#shared/activities/schema.ts'

const part = (election: object): PartInput =>
  partInputSchema.parse({
    purpose: 'generalMeeting',
    title: '换届选举',
    agenda: [
      {
        title: '选举',
        content: [
          {
            kind: 'election',
            election: {
              seats: 1,
              ballots: { issued: 11, returned: 11, valid: 11 },
              candidates: [
                { name: '张三', votes: 9 },
                { name: '李四', votes: 2 },
              ],
              ...election,
            },
          },
        ],
      },
    ],
  })
const known = (dueVoters: number, presentVoters: number) => ({
  rosterKnown: true,
  attendance: [],
  counts: { due: dueVoters, present: presentVoters, dueVoters, presentVoters },
})
const codes = (election: object, due = 12, present = 11) =>
  checkElections(part(election), known(due, present), 'parts.0').map(({ code, severity }) => `${code} ${severity}`)

describe('an election', () => {
  it('in order has no findings', () => {
    expect(codes({ scrutineers: ['郑甲'], tellers: ['冯乙'] })).toEqual([])
  })
  it('does not let a candidate count the votes', () => {
    expect(codes({ scrutineers: ['张　三'], tellers: ['李四'] })).toEqual([
      'CANDIDATE_COUNTS_VOTES error',
      'CANDIDATE_COUNTS_VOTES error',
    ])
  })
  it('needs four fifths, ballots that add up and candidates enough', () => {
    expect(codes({}, 12, 9)).toContain('QUORUM_NOT_MET error')
    expect(codes({ ballots: { issued: 10, returned: 11, valid: 11 } })).toContain('BALLOTS_INVALID error')
    expect(codes({ seats: 2 })).toContain('TOO_FEW_CANDIDATES warning')
    expect(codes({ seats: 2, office: '书记' })).not.toContain('TOO_FEW_CANDIDATES warning')
    expect(codes({}, 0, 0)).toEqual(['VOTE_NOT_JUDGED warning'])
  })
  it('is not judged before it was held', () => {
    const candidates = [
      { name: '张三', votes: 0 },
      { name: '李四', votes: 0 },
    ]
    expect(codes({ ballots: { issued: 0, returned: 0, valid: 0 }, candidates })).toEqual(['VOTE_NOT_COUNTED warning'])
  })
})
