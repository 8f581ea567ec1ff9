import { z } from 'zod'
import { progressSchema } from '../kernel/contract.ts'

/** Why a backup was made. `manual` is the only one that leaves the data folder. */
export const backupReasons = ['close', 'migration', 'restore', 'import', 'repair', 'manual'] as const
export type BackupReason = (typeof backupReasons)[number]

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)

/** Rows of each table. */
export const countsSchema = z.record(z.string(), z.number().int().nonnegative())
export type Counts = z.infer<typeof countsSchema>

/** `backup.json` of a backup (docs/formats.md). Unknown fields of a later minor version are read over. */
export const backupManifestSchema = z.object({
  format: z.literal('branch-handbook-backup'),
  version: z.literal(1),
  reason: z.enum(backupReasons),
  /** How many-th of its data folder: the order of making, also where the clock was set back. 0 before there were numbers. */
  number: z.number().int().nonnegative().default(0),
  /** ISO 8601 in UTC. */
  madeAt: z.string(),
  programVersion: z.string(),
  schemaVersion: z.number().int(),
  deviceId: z.string(),
  branch: z.object({ id: z.string(), name: z.string() }),
  /** Head of the history of `deviceId`. */
  head: z.object({ seq: z.number().int(), hash: z.string() }),
  counts: countsSchema,
  /** When the passphrase under which its sealed texts are encrypted was set; null: they are in the clear. */
  lockedSince: z.string().nullable().default(null),
  ledger: z.object({ sha256: sha256Schema, octets: z.number().int() }),
  /** Change counter of the ledger that was copied: tells whether it has changed since. */
  changeCounter: z.number().int(),
  attachments: z.array(z.object({ sha256: sha256Schema, octets: z.number().int() })),
  /** Attachments that were missing or changed when the backup was made. */
  missing: z.array(sha256Schema),
  /** Much smaller than the one before it: nothing was let go for it. */
  isShrunk: z.boolean(),
})
export type BackupManifest = z.infer<typeof backupManifestSchema>

/** One line of the list of backups. */
export const backupEntrySchema = z.object({
  id: z.string(),
  madeAt: z.string(),
  reason: z.enum(backupReasons),
  programVersion: z.string(),
  schemaVersion: z.number().int(),
  branchName: z.string(),
  activities: z.number().int(),
  members: z.number().int(),
  attachments: z.number().int(),
  octets: z.number().int(),
  /** When the passphrase it opens with was set; null: without one. */
  lockedSince: z.string().nullable(),
  isShrunk: z.boolean(),
})
export type BackupEntry = z.infer<typeof backupEntrySchema>

/** What the top bar says about backups. */
export const safetySchema = z.object({
  /** Newest backup of any kind, ISO 8601 in UTC. */
  lastBackupAt: z.string().nullable(),
  /** Newest backup on another disk or stick. */
  lastOutsideAt: z.string().nullable(),
  /** No backup has left this machine for 30 days. */
  needsOutside: z.boolean(),
  /** The newest backup is much smaller than the one before. */
  isShrunk: z.boolean(),
  /** Code of the failure of the last automatic backup. */
  failure: z.string().nullable(),
})
export type Safety = z.infer<typeof safetySchema>

export const backupResultSchema = z.object({
  path: z.string(),
  octets: z.number().int(),
  attachments: z.number().int(),
  /** Names of attachments that were missing or changed and are therefore not in it. */
  missing: z.array(z.string()),
})
export type BackupResult = z.infer<typeof backupResultSchema>

export const restoreResultSchema = z.object({
  madeAt: z.string().nullable(),
  activities: z.number().int(),
  members: z.number().int(),
  /** Attachments that neither the backup nor the data folder has. */
  missing: z.array(z.string()),
  /** Where the ledger that was there before is kept; null when there was none. */
  keptAs: z.string().nullable(),
})
export type RestoreResult = z.infer<typeof restoreResultSchema>

export const salvageResultSchema = z.object({
  path: z.string(),
  rows: z.number().int(),
  /** Tables of which not everything could be read. */
  incomplete: z.array(z.string()),
})
export type SalvageResult = z.infer<typeof salvageResultSchema>

const events = <T extends z.ZodType>(result: T) =>
  z.discriminatedUnion('type', [
    progressSchema.extend({ type: z.literal('progress') }),
    z.object({ type: z.literal('result'), result }),
  ])
export const backupEventSchema = events(backupResultSchema)
export const restoreEventSchema = events(restoreResultSchema)
export const salvageEventSchema = events(salvageResultSchema)
