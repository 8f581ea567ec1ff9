import { z } from 'zod'
import { nothing, procedure } from '../kernel/contract.ts'
import { idSchema } from '../kernel/ids.ts'
import { dossierKeySchema, dossierSchema, saveDossierSchema, sealedContentSchema } from './schema.ts'

export const dossierContract = {
  /** Records of a year (归属年度), oldest first; of all kinds or of those named. Without a year: of all years. */
  list: procedure
    .input(z.strictObject({ year: z.number().int().optional(), kinds: z.array(dossierKeySchema).max(100).optional() }))
    .output(z.array(dossierSchema)),
  get: procedure.input(z.strictObject({ id: idSchema })).output(dossierSchema),
  save: procedure.input(saveDossierSchema).output(z.object({ id: idSchema, revision: z.number().int(), recordNumber: z.string() })),
  /** The sealed texts, for the eyes of who asked; that they were looked at is logged. */
  unseal: procedure.input(z.strictObject({ id: idSchema })).output(sealedContentSchema),
  /** To the bin; nothing is erased. */
  remove: procedure.input(z.strictObject({ id: idSchema })).output(nothing),
  restore: procedure.input(z.strictObject({ id: idSchema })).output(nothing),
}
