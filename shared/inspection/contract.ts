import { z } from 'zod'
import { documentFormats } from '../documents/contract.ts'
import { procedure } from '../kernel/contract.ts'
import { inspectionSchema } from './schema.ts'

const year = z.number().int().min(1921).max(2200)

export const inspectionContract = {
  /** 迎检自查 of a year as of today. */
  run: procedure.input(z.strictObject({ year })).output(inspectionSchema),
  /** The same as a printed sheet in the outbox. */
  makeSheet: procedure
    .input(z.strictObject({ year, format: z.enum(documentFormats).default('pdf') }))
    .output(z.object({ token: z.string(), fileName: z.string(), octets: z.number().int() })),
}
