import { z } from 'zod'
import { documentFormats } from '../documents/contract.ts'
import { procedure } from '../kernel/contract.ts'
import { idSchema } from '../kernel/ids.ts'
import { yearbookSchema, yearbookSpans } from './schema.ts'

const ofSpan = z.strictObject({ year: z.number().int().min(1921).max(2200), span: z.enum(yearbookSpans) })

export const yearbookContract = {
  /** 党建工作台账 of a year or of its first half, as of today. */
  get: procedure.input(ofSpan).output(yearbookSchema),
  /** 下一步打算, kept in the 半年分析 or 年终总结 of that year, which is made where there is none. */
  saveNextSteps: procedure
    .input(
      ofSpan.extend({
        text: z.string().trim().max(20_000),
        /** The record and revision that were read; a newer one answers CHANGED_ELSEWHERE. */
        recordId: idSchema.nullable(),
        revision: z.number().int().min(0),
      }),
    )
    .output(z.object({ id: idSchema, revision: z.number().int(), recordNumber: z.string() })),
  /** The same as XLSX or as a paper, waiting to be fetched. */
  make: procedure
    .input(ofSpan.extend({ format: z.enum([...documentFormats, 'xlsx']) }))
    .output(z.object({ token: z.string(), fileName: z.string(), octets: z.number().int() })),
}
