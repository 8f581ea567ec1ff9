import { z } from 'zod'
import { documentFormats } from '../documents/contract.ts'
import { nothing, procedure } from '../kernel/contract.ts'
import { backupEntrySchema } from '../ledger/backup-schema.ts'
import { accessEntrySchema, idleChoices, lockStatusSchema, newPassphraseSchema, triedPassphraseSchema } from './schema.ts'

const newCode = z.object({ recoveryCode: z.string() })

export const lockContract = {
  /** Answered while locked. */
  status: procedure.input(nothing).output(lockStatusSchema),
  /** Opens what is sealed. Wrong: PASSPHRASE_WRONG; too soon after it: PASSPHRASE_WAIT. */
  unlock: procedure.input(z.strictObject({ passphrase: triedPassphraseSchema })).output(lockStatusSchema),
  /** Opens it with the printed code and sets a new passphrase; the printed code ends with it, a new one is answered. */
  recover: procedure.input(z.strictObject({ code: z.string().max(100), passphrase: newPassphraseSchema })).output(newCode),
  lock: procedure.input(nothing).output(lockStatusSchema),
  /** Someone is at the keyboard: the time until it locks begins anew. */
  touch: procedure.input(nothing).output(nothing),
  /** Sets a passphrase or changes it. `current` is asked for when there is one. All keys are made anew. */
  set: procedure
    .input(z.strictObject({ passphrase: newPassphraseSchema, current: triedPassphraseSchema.optional() }))
    .output(newCode),
  /** Puts everything back in the clear. */
  remove: procedure.input(z.strictObject({ current: triedPassphraseSchema })).output(lockStatusSchema),
  setIdle: procedure.input(z.strictObject({ minutes: z.literal(idleChoices) })).output(lockStatusSchema),
  /** 恢复码 as a sheet to print, in the outbox. */
  recoverySheet: procedure
    .input(z.strictObject({ recoveryCode: z.string().max(60), format: z.enum(documentFormats) }))
    .output(z.object({ token: z.string(), fileName: z.string(), octets: z.number().int() })),
  /** Backups of the data folder that the present passphrase does not protect: in the clear, or under an earlier one. */
  earlierBackups: procedure.input(nothing).output(z.array(backupEntrySchema)),
  /** Makes a backup of today and removes those, after the user was asked. */
  removeEarlierBackups: procedure
    .input(z.strictObject({ ids: z.array(z.string().max(120)).max(1000) }))
    .output(z.object({ removed: z.number().int() })),
  /** Who has looked at what is sealed, newest first. */
  accesses: procedure.input(nothing).output(z.array(accessEntrySchema)),
}
