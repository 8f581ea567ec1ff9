import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { nothing, procedure } from '../kernel/contract.ts'
import { exportEventSchema, packPlanSchema, targetSchema, verifyEventSchema } from './schema.ts'

export const packsContract = {
  /** Removable drives and the user's usual folders. */
  targets: procedure.input(nothing).output(z.array(targetSchema)),
  /** Folders inside a listed target; each gets an id of its own. */
  browse: procedure
    .input(z.strictObject({ targetId: z.string().max(64) }))
    .output(z.array(targetSchema.extend({ isPack: z.boolean() }))),
  plan: procedure.input(z.strictObject({ year: z.number().int() })).output(packPlanSchema),
  /** `confirmed`: the user has ticked the statement of DOMAIN 7.5 item 3; false answers CONFIRMATION_MISSING. */
  export: procedure
    .input(z.strictObject({ year: z.number().int(), targetId: z.string().max(64), confirmed: z.boolean() }))
    .output(eventIterator(exportEventSchema)),
  verify: procedure.input(z.strictObject({ targetId: z.string().max(64) })).output(eventIterator(verifyEventSchema)),
}
