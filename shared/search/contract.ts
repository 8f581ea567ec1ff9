import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { nothing, procedure, progressSchema } from '../kernel/contract.ts'
import { searchHitSchema, searchInputSchema } from './schema.ts'

const rebuildEventSchema = z.discriminatedUnion('type', [
  progressSchema.extend({ type: z.literal('progress') }),
  z.object({ type: z.literal('result'), result: z.object({ records: z.number().int() }) }),
])

export const searchContract = {
  /** Sittings and persons in which all words stand; those named so first, then the newest. Nothing sealed, no drafts, no bin. */
  find: procedure.input(searchInputSchema).output(z.array(searchHitSchema)),
  /** False: the index was made by an older program, or never; `rebuild` makes it. */
  status: procedure.input(nothing).output(z.object({ isCurrent: z.boolean() })),
  /** Makes the index anew from the records, in small steps. */
  rebuild: procedure.input(nothing).output(eventIterator(rebuildEventSchema)),
}
