import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { nothing, procedure } from '../kernel/contract.ts'
import { backupEntrySchema, backupEventSchema, restoreEventSchema, safetySchema, salvageEventSchema } from './backup-schema.ts'
import { checkEventSchema, repairEventSchema } from './check-schema.ts'
import { ledgerStatusSchema } from './schema.ts'

const target = z.strictObject({ targetId: z.string().max(64) })

export const ledgerContract = {
  status: procedure.input(nothing).output(ledgerStatusSchema),
  /** Tries to open again, after the user has closed the other window or freed space. */
  retry: procedure.input(nothing).output(ledgerStatusSchema),
  /** Makes a new ledger in the data folder. `sample`: the made-up branch with its year. */
  create: procedure
    .input(z.strictObject({ name: z.string().min(1).max(60).optional(), sample: z.boolean().default(false) }))
    .output(ledgerStatusSchema),
  /** When the last backup was made, and what is wrong with backups. */
  safety: procedure.input(nothing).output(safetySchema),
  /** Backups of the data folder, newest first; also while the ledger cannot be opened. */
  backups: procedure.input(nothing).output(z.array(backupEntrySchema)),
  /** One complete backup on another disk or stick. */
  backup: procedure.input(target).output(eventIterator(backupEventSchema)),
  /** A smaller backup is as it should be: old ones are let go again. */
  acceptSmaller: procedure.input(nothing).output(safetySchema),
  /** Puts a backup of the data folder, or one that lies in a target, in the place of the ledger; the ledger is kept first. */
  restore: procedure
    .input(z.union([z.strictObject({ backupId: z.string().max(120) }), target]))
    .output(eventIterator(restoreEventSchema)),
  /** What can still be read of a damaged ledger, as JSON lines. */
  salvage: procedure.input(target).output(eventIterator(salvageEventSchema)),
  /** A log for who maintains the program, as a file in the outbox: figures and codes, no personal data. */
  log: procedure.input(nothing).output(z.object({ token: z.string(), fileName: z.string(), octets: z.number().int() })),
  check: procedure.input(nothing).output(eventIterator(checkEventSchema)),
  repair: procedure.input(nothing).output(eventIterator(repairEventSchema)),
}
