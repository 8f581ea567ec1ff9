import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { documentFormats } from '../documents/contract.ts'
import { nothing, procedure } from '../kernel/contract.ts'
import { backupEventSchema } from '../ledger/backup-schema.ts'
import { handoverPeopleSchema, handoverViewSchema } from './schema.ts'

export const handoverContract = {
  view: procedure.input(nothing).output(handoverViewSchema),
  /** Who hands over to whom; begins a handover, or one anew. */
  begin: procedure.input(handoverPeopleSchema).output(handoverViewSchema),
  /** Copies everything to a chosen folder, read back; the copy knows that it is one. */
  copy: procedure.input(z.strictObject({ targetId: z.string().max(64) })).output(eventIterator(backupEventSchema)),
  /** The next step has been taken by people: opened and compared, signed, the old passphrase ended. */
  advance: procedure.input(z.strictObject({ from: z.enum(['open', 'sign', 'passphrase']) })).output(handoverViewSchema),
  /** 移交清单 in the outbox. */
  list: procedure
    .input(z.strictObject({ format: z.enum(documentFormats) }))
    .output(z.object({ token: z.string(), fileName: z.string(), octets: z.number().int() })),
  /** Gives it up; nothing that was copied is touched. */
  cancel: procedure.input(nothing).output(handoverViewSchema),
}
