import { z } from 'zod'
import { purposes } from '../activities/schema.ts'
import { plainDateSchema } from '../kernel/dates.ts'

/** What a search finds: a person, a 情况说明, a dated record, or a sitting by any purpose of its parts. */
export const searchKinds = ['person', 'explanation', 'dossier', ...purposes] as const
export type SearchKind = (typeof searchKinds)[number]

export const searchInputSchema = z.strictObject({
  /** Words apart by spaces must all stand in a record. */
  text: z.string().max(500),
  kinds: z.array(z.enum(searchKinds)).max(searchKinds.length).optional(),
  /** Both inclusive; persons have no date and are left out when one is given. */
  from: plainDateSchema.nullish(),
  to: plainDateSchema.nullish(),
  limit: z.number().int().min(1).max(500).default(50),
})
export type SearchInput = z.infer<typeof searchInputSchema>

/** In UTF-16 units, the end exclusive. */
const stretchesSchema = z.array(z.tuple([z.number().int(), z.number().int()]))

export const searchHitSchema = z.object({
  id: z.string(),
  kind: z.enum(searchKinds),
  title: z.string(),
  titleHighlights: stretchesSchema,
  /** Empty for a person. */
  date: z.string(),
  snippet: z.string(),
  highlights: stretchesSchema,
})
export type SearchHit = z.infer<typeof searchHitSchema>
