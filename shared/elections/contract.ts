import { z } from 'zod'
import { dossierSchema } from '../dossier/schema.ts'
import { nothing, procedure } from '../kernel/contract.ts'
import { partialDateSchema, plainDateSchema } from '../kernel/dates.ts'
import { idSchema } from '../kernel/ids.ts'
import { posts } from '../members/schema.ts'

const count = z.number().int()
const resultSchema = z.object({
  activityId: idSchema,
  date: plainDateSchema,
  title: z.string(),
  recordNumber: z.string(),
  office: z.string(),
  seats: count,
  due: count,
  present: count,
  ballots: z.object({ issued: count, returned: count, valid: count }),
  candidates: z.array(z.object({ name: z.string(), votes: count, isElected: z.boolean() })),
  isValid: z.boolean(),
})
export type ResultView = z.infer<typeof resultSchema>

const heldPostSchema = z.object({ personId: idSchema, name: z.string(), post: z.enum(posts), title: z.string().max(40) })

/** The committee of today: since when, until when; null where no beginning is known. */
const termSchema = z.object({ start: partialDateSchema, end: plainDateSchema, noticeFrom: plainDateSchema }).nullable()

export const electionsContract = {
  /** The term that runs, the elections recorded, and elections in the minutes that no record rests on yet. */
  overview: procedure
    .input(nothing)
    .output(z.object({ term: termSchema, records: z.array(dossierSchema), unregistered: z.array(resultSchema) })),
  /** One election: what the minutes say, and the change of posts that would follow. */
  case: procedure.input(z.strictObject({ id: idSchema })).output(
    z.object({
      record: dossierSchema,
      /** The term that ran before it. */
      term: termSchema,
      results: z.array(resultSchema.extend({ isLinked: z.boolean() })),
      offer: z
        .object({
          from: plainDateSchema,
          ends: z.array(heldPostSchema),
          begins: z.array(heldPostSchema),
          unknown: z.array(z.string()),
        })
        .nullable(),
    }),
  ),
  /** Lets a record rest on a meeting whose minutes have an election; its figures stay with the minutes. */
  takeResult: procedure.input(z.strictObject({ id: idSchema, revision: count, activityId: idSchema })).output(nothing),
  /** Ends the posts of the old committee (not in a by-election) and begins the new ones, in one change. */
  applyPosts: procedure
    .input(
      z.strictObject({
        id: idSchema,
        from: plainDateSchema,
        begins: z
          .array(heldPostSchema.omit({ name: true }))
          .min(1)
          .max(50),
      }),
    )
    .output(nothing),
}
