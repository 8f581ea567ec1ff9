import { z } from 'zod'
import { documentFormats } from '../documents/contract.ts'
import { saveDossierSchema } from '../dossier/schema.ts'
import { procedure } from '../kernel/contract.ts'
import { idSchema } from '../kernel/ids.ts'
import { problemSchema, takeStepSchema, untrackedSchema } from './schema.ts'

const ofYear = z.strictObject({ year: z.number().int().min(1921).max(2200) })

export const rectificationContract = {
  /** Problems of a year (归属年度) and those of earlier years that are still open, as of today; and what meetings list beside. */
  list: procedure.input(ofYear).output(z.object({ problems: z.array(problemSchema), untracked: z.array(untrackedSchema) })),
  /** The next step of a problem, with its day and who handled it. */
  take: procedure.input(takeStepSchema).output(z.object({ revision: z.number().int() })),
  /** Takes the last step back, as if it had not been entered; the first stays. */
  takeBack: procedure
    .input(z.strictObject({ recordId: idSchema, revision: z.number().int().min(1) }))
    .output(z.object({ revision: z.number().int() })),
  /** Keeps a record of a line of a meeting's 整改清单. */
  track: procedure
    .input(z.strictObject({ activityId: idSchema, partId: idSchema, index: z.number().int().min(0) }))
    .output(z.object({ id: idSchema, recordNumber: z.string() })),
  /** 《半年自查表》 filled in with what the records say; nothing is saved. */
  proposeSelfCheck: procedure.input(ofYear).output(saveDossierSchema),
  /** 整改回复 with every problem of the year; nothing is saved. */
  proposeReply: procedure.input(ofYear).output(saveDossierSchema),
  /** 问题整改台账 in the outbox. */
  makeLedger: procedure
    .input(ofYear.extend({ format: z.enum(documentFormats) }))
    .output(z.object({ token: z.string(), fileName: z.string(), octets: z.number().int() })),
}
