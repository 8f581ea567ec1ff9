import { z } from 'zod'
import { procedure } from '../kernel/contract.ts'
import { yearSummarySchema } from './schema.ts'

export const obligationsContract = {
  /** The table of DOMAIN 8.1 for a year, as of today. */
  summary: procedure.input(z.strictObject({ year: z.number().int().min(1921).max(2200) })).output(yearSummarySchema),
}
