import { z } from 'zod'
import { attachmentRefSchema } from '#shared/activities/schema.ts'
import type { DossierDraft } from '#shared/dossier/contract.ts'
import { contentSchema } from '#shared/dossier/field.ts'
import { dossierPersonSchema, sealedContentSchema } from '#shared/dossier/schema.ts'
import { plainDateSchema } from '#shared/kernel/dates.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import type { DossierForm } from './form-model.ts'

const keptSchema = z.object({
  /** Of the record the form was opened on; 0 for a new one. */
  revision: z.number().int(),
  form: z.object({
    date: plainDateSchema.nullable(),
    endDate: plainDateSchema.nullable(),
    forYear: z.number().int().nullable(),
    title: z.string(),
    status: z.string(),
    people: z.array(dossierPersonSchema),
    content: contentSchema,
    tags: z.array(z.string()),
    links: z.array(idSchema).default([]),
    attachments: z.array(attachmentRefSchema),
    isFromPaper: z.boolean(),
    sealed: sealedContentSchema.optional(),
  }),
})

/** A form with what its draft needs to find it again. */
export interface FormDraft {
  readonly draftId: string
  readonly kind: string
  readonly recordId: string | null
  readonly revision: number
  readonly form: DossierForm
  /** The very texts that the ledger has shown; null: not looked at, or a new record. */
  readonly unsealed: DossierForm['sealed']
}

/**
 * What is kept of a form. Sealed texts only when something was typed into them: what was merely looked at has no place in a
 * draft. The ledger encrypts drafts as it does sealed texts.
 */
export function draftOf({ draftId, kind, recordId, revision, form, unsealed }: FormDraft): Omit<DossierDraft, 'savedAt'> {
  const { sealed, ...open } = form
  const kept = sealed !== null && sealed !== unsealed ? { ...open, sealed } : open
  return { id: draftId, kind, recordId, title: form.title, content: JSON.stringify({ revision, form: kept }) }
}

/** A kept form, or null when it cannot be read; where it kept no sealed texts it has those the form begins with. */
export function readFormDraft(
  draft: DossierDraft,
  sealed: DossierForm['sealed'],
): { readonly form: DossierForm; readonly revision: number } | null {
  let parsed: unknown
  try {
    parsed = JSON.parse(draft.content)
  } catch {
    return null
  }
  const kept = keptSchema.safeParse(parsed)
  return kept.success
    ? { form: { ...kept.data.form, sealed: kept.data.form.sealed ?? sealed }, revision: kept.data.revision }
    : null
}

/** Whether a draft would show sealed texts. */
export const hasSealedTexts = (draft: DossierDraft): boolean => readFormDraft(draft, null)?.form.sealed != null
