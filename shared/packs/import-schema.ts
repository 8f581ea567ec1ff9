import { z } from 'zod'
import { progressSchema } from '../kernel/contract.ts'

/** A row that the ledger has in another state than the pack. */
export const packDifferenceSchema = z.object({
  /** `kind:id`, handed back to choose it. */
  key: z.string(),
  kind: z.string(),
  /** Who or what it is: a name, a date and a title. */
  title: z.string(),
  /** Changes of a sitting so far, here and in the pack; null where rows do not count them. */
  mine: z.number().int().nullable(),
  theirs: z.number().int().nullable(),
  /** The ledger has a newer state: the row stays as it is and cannot be chosen. */
  isOlder: z.boolean(),
})
export type PackDifference = z.infer<typeof packDifferenceSchema>

/** What taking in a pack would do. Nothing has been written. */
export const packPreviewSchema = z.object({
  kind: z.enum(['exchange', 'evidence']),
  branch: z.object({ id: z.string(), fullName: z.string(), shortName: z.string(), isSample: z.boolean() }),
  year: z.number().int().nullable(),
  madeOn: z.string(),
  /** The ledger is empty and becomes this branch's. */
  takesIdentity: z.boolean(),
  counts: z.array(
    z.object({
      kind: z.string(),
      new: z.number().int(),
      changed: z.number().int(),
      older: z.number().int(),
      same: z.number().int(),
    }),
  ),
  /** At most 2,000. */
  differences: z.array(packDifferenceSchema),
  attachments: z.object({ files: z.number().int(), octets: z.number().int() }),
  /** The pack has a sealed part, and whether the passphrase for it was given. */
  sealed: z.enum(['none', 'closed', 'open']),
  notes: z.array(z.string()),
})
export type PackPreview = z.infer<typeof packPreviewSchema>

export const packImportResultSchema = z.object({
  added: z.number().int(),
  changed: z.number().int(),
  /** Differing rows that stayed as they were. */
  kept: z.number().int(),
  same: z.number().int(),
  attachments: z.number().int(),
  notes: z.array(z.string()),
})
export type PackImportResult = z.infer<typeof packImportResultSchema>

const progress = progressSchema.extend({ type: z.literal('progress') })
export const previewImportEventSchema = z.discriminatedUnion('type', [
  progress,
  z.object({ type: z.literal('result'), result: packPreviewSchema }),
])
export const importEventSchema = z.discriminatedUnion('type', [
  progress,
  z.object({ type: z.literal('result'), result: packImportResultSchema }),
])
