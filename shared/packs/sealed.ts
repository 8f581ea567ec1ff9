import { z } from 'zod'
import { idSchema } from '../kernel/ids.ts'

/** Folder of what is sealed in an exchange pack, and the file that lists it: age with a passphrase (docs/formats.md). */
export const sealedFolder = 'data/sealed/'
export const sealedList = `${sealedFolder}sealed.jsonl.age`

/** The file of a sealed attachment: age for the identity in the list. */
export const sealedFile = (attachmentId: string) => `${sealedFolder}${attachmentId}.age`

/** One line of the list, once it is decrypted. */
export const sealedLineSchema = z.discriminatedUnion('kind', [
  /** First line: opens the files beside the list. */
  z.object({ kind: z.literal('key'), identity: z.string().regex(/^AGE-SECRET-KEY-1[0-9A-Z]{58}$/) }),
  z.object({
    kind: z.literal('person'),
    id: idSchema,
    idNumber: z.string().max(100),
    mobile: z.string().max(100),
    phone: z.string().max(100),
    address: z.string().max(500),
  }),
  /** Sealed texts of a dated record, as JSON of field → text. */
  z.object({ kind: z.literal('text'), id: idSchema, text: z.string().max(2_000_000) }),
  z.object({
    kind: z.literal('attachment'),
    id: idSchema,
    activityId: idSchema.nullable(),
    dossierId: idSchema.nullable(),
    evidenceKind: z.string().max(60).nullable(),
    position: z.number().int(),
    name: z.string().max(255),
    originalName: z.string().max(255),
    mediaType: z.string().max(200),
  }),
])
export type SealedLine = z.infer<typeof sealedLineSchema>
