import { z } from 'zod'
import { nothing, procedure } from '../kernel/contract.ts'
import { ledgerStatusSchema } from './schema.ts'

export const ledgerContract = {
  status: procedure.input(nothing).output(ledgerStatusSchema),
  /** Tries to open again, after the user has closed the other window or freed space. */
  retry: procedure.input(nothing).output(ledgerStatusSchema),
  /** Makes a new ledger in the data folder. `sample`: the made-up branch with its year. */
  create: procedure
    .input(z.strictObject({ name: z.string().min(1).max(60).optional(), sample: z.boolean().default(false) }))
    .output(ledgerStatusSchema),
}
