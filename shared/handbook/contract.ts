import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { fontChoices, printStyles } from '../documents/contract.ts'
import { procedure, progressSchema } from '../kernel/contract.ts'

export const handbookInputSchema = z.strictObject({
  year: z.number().int().min(1921).max(2200),
  /** How the minutes look; all other records have one form only. */
  style: z.enum(printStyles).default('table'),
  fonts: z.enum(fontChoices).default('office'),
  /** Each record on a new odd page, the back left free for handwriting; false: one after the other. */
  oddStart: z.boolean().default(true),
  /** Pages to write on at the end. */
  notePages: z.number().int().min(0).max(40).default(4),
})
export type HandbookInput = z.infer<typeof handbookInputSchema>

const handbookResultSchema = z.object({
  token: z.string(),
  fileName: z.string(),
  octets: z.number().int(),
  pages: z.number().int(),
  /** Meetings and dated records with a paper of their own. */
  records: z.number().int(),
  /** Meetings of the year that are only planned or not written up yet, and therefore left out. */
  unfinished: z.number().int(),
})
export type HandbookResult = z.infer<typeof handbookResultSchema>

export const handbookContract = {
  /** 党支部工作手册 of a year as one PDF. Phases `measure` (papers) and `print`. BROWSER_NOT_FOUND where no PDF can be made. */
  make: procedure
    .input(handbookInputSchema)
    .output(
      eventIterator(
        z.discriminatedUnion('type', [
          progressSchema.extend({ type: z.literal('progress') }),
          z.object({ type: z.literal('result'), result: handbookResultSchema }),
        ]),
      ),
    ),
}
