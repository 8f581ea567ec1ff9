import { z } from 'zod'
import { documentFormats } from '../documents/contract.ts'
import { procedure } from '../kernel/contract.ts'
import { plainDateSchema } from '../kernel/dates.ts'
import { idSchema } from '../kernel/ids.ts'
import { figureSchema, quoteSchema } from '../yearbook/schema.ts'

const year = z.number().int().min(1921).max(2200)

export const dutyReportSchema = z.object({
  year: z.number().int(),
  asOf: plainDateSchema,
  /** 述职人: the branch's secretary; empty where none is registered. */
  reporter: z.string(),
  figures: z.array(figureSchema),
  draft: z.array(
    z.object({
      title: z.string(),
      sentences: z.array(
        z.object({
          text: z.string(),
          uses: z.array(z.object({ key: z.string(), text: z.string() })),
          quote: quoteSchema.nullable(),
        }),
      ),
    }),
  ),
  /** The same as text to go on writing. */
  draftText: z.string(),
  /** Names of numbers that the draft leaves out, because no record says them. */
  leftOut: z.array(z.string()),
  /** The latest report kept for that year. */
  kept: z
    .object({ id: idSchema, revision: z.number().int(), recordNumber: z.string(), date: plainDateSchema, text: z.string() })
    .nullable(),
})
export type DutyReport = z.infer<typeof dutyReportSchema>

export const saveDutyReportSchema = z.strictObject({
  year,
  text: z.string().trim().min(1).max(20_000),
  /** The record and revision that were read; a newer one answers CHANGED_ELSEWHERE. */
  recordId: idSchema.nullable(),
  revision: z.number().int().min(0),
})
export type SaveDutyReport = z.infer<typeof saveDutyReportSchema>

export const dutyReportContract = {
  /** Numbers, draft and the report kept for a year, as of today. */
  get: procedure.input(z.strictObject({ year })).output(dutyReportSchema),
  /** Keeps the text with the year's 述职 record, which is made where there is none. */
  save: procedure
    .input(saveDutyReportSchema)
    .output(z.object({ id: idSchema, revision: z.number().int(), recordNumber: z.string() })),
  /** The report in 公文式 with the page of numbers after it; without a kept report the numbers alone. */
  make: procedure
    .input(z.strictObject({ year, format: z.enum(documentFormats) }))
    .output(z.object({ token: z.string(), fileName: z.string(), octets: z.number().int() })),
}
