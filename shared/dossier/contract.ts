import { z } from 'zod'
import { nothing, procedure } from '../kernel/contract.ts'
import { idSchema } from '../kernel/ids.ts'
import { dossierKeySchema, dossierSchema, saveDossierSchema, sealedContentSchema } from './schema.ts'

/** A form of a dated record as it was left; its texts only, never those that are sealed. */
const draftSchema = z.object({
  id: idSchema,
  kind: dossierKeySchema,
  /** The record that is being changed; null: a new one. */
  recordId: idSchema.nullable(),
  title: z.string().max(200),
  /** The form as JSON; only the form reads it. */
  content: z.string().max(1_000_000),
  savedAt: z.string(),
})
export type DossierDraft = z.infer<typeof draftSchema>

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
  /** Forms that were left without saving, newest first. */
  drafts: procedure.input(nothing).output(z.array(draftSchema)),
  keepDraft: procedure.input(draftSchema.omit({ savedAt: true })).output(z.object({ savedAt: z.string() })),
  dropDraft: procedure.input(z.strictObject({ id: idSchema })).output(nothing),
}
