import { z } from 'zod'

const count = z.number().int().min(0).max(100_000)
const name = z.string().min(1).max(60)

/**
 * An election as totals: who marked which name has no field. Those with a vote and those present are the part's own
 * figures; `exemptions` are the absent members whom the meeting agreed not to count (DOMAIN 2.3).
 */
export const electionSchema = z.object({
  /** What is filled: 委员, 书记, 代表. */
  office: z.string().min(1).max(40).default('委员'),
  seats: z.number().int().min(1).max(1000),
  exemptions: z
    .array(z.object({ name, reason: z.string().max(200).default('') }))
    .max(500)
    .optional(),
  scrutineers: z.array(name).max(10).default([]),
  tellers: z.array(name).max(10).default([]),
  ballots: z.object({ issued: count, returned: count, valid: count }),
  /** In the order of the ballot; `isWrittenIn`: a name from 另选他人. */
  candidates: z.array(z.object({ name, votes: count, isWrittenIn: z.boolean().optional() })).max(200),
})
export type Election = z.infer<typeof electionSchema>
