import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { format } from 'date-fns'
import { AppError } from '#shared/kernel/errors.ts'
import type { BackupManifest, BackupReason } from '#shared/ledger/backup-schema.ts'
import { isMuchSmaller } from '#shared/ledger/shrinkage.ts'
import type { HeldFile } from '../../platform/database/held-file.ts'
import { flushFile, flushFolder, removeQuietly, writeFileDurably } from '../../platform/files/durable.ts'
import { inspectLedgerFile, type LedgerContents } from './inspect.ts'
import { ringEntries, sha256OfFileSync } from './manifest.ts'
import { backupLedgerName, ledgerFile, manifestName, ringFolder, unfinished } from './places.ts'

/** A name that is free in `parent`, also with the ending of an unfinished backup. */
export function freeName(parent: string, wanted: string): string {
  for (let copy = 1; ; copy++) {
    const name = copy === 1 ? wanted : `${wanted}-${copy}`
    if (!existsSync(join(parent, name)) && !existsSync(join(parent, `${name}${unfinished}`))) return name
  }
}

/** `20260110-091200`, local time: sorts by age in any file manager. */
export const stamp = (now: Date) => format(now, 'yyyyMMdd-HHmmss')

/** Begins a backup in the ring: the folder to write into, and the path it will have. */
export function beginEntry(parent: string, name: string): { readonly working: string; readonly path: string } {
  const made = mkdirSync(parent, { recursive: true })
  // A backup in a folder whose own name a power cut takes would be lost with it.
  if (made !== undefined) for (let at = parent; at.length >= made.length; at = dirname(at)) flushFolder(dirname(at))
  const free = freeName(parent, name)
  const working = join(parent, `${free}${unfinished}`)
  mkdirSync(working)
  return { working, path: join(parent, free) }
}

export interface Described {
  readonly reason: BackupReason
  readonly now: Date
  readonly programVersion: string
  readonly changeCounter: number
  readonly missing: readonly string[]
  /** Ring whose newest backup this one is compared with. */
  readonly directory: string
}

/** What `backup.json` will say of a checked copy. */
export function describe(working: string, contents: LedgerContents, about: Described): BackupManifest {
  const file = join(working, backupLedgerName)
  const ring = ringEntries(about.directory)
  const before = ring.find(({ manifest }) => !manifest.isShrunk)
  const missing = new Set(about.missing)
  return {
    format: 'branch-handbook-backup',
    version: 1,
    reason: about.reason,
    number: 1 + Math.max(0, ...ring.map(({ manifest }) => manifest.number)),
    madeAt: about.now.toISOString(),
    programVersion: about.programVersion,
    schemaVersion: contents.schemaVersion,
    deviceId: contents.deviceId,
    branch: contents.branch,
    head: contents.head,
    counts: contents.counts,
    lockedSince: contents.lockedSince,
    ledger: { sha256: sha256OfFileSync(file), octets: statSync(file).size },
    changeCounter: about.changeCounter,
    attachments: contents.attachments
      .filter(({ sha256 }) => !missing.has(sha256))
      .map(({ sha256, octets }) => ({ sha256, octets })),
    missing: [...missing],
    isShrunk: before !== undefined && isMuchSmaller(contents.counts, before.manifest.counts),
  }
}

/** Flushes the copy, opens it again and checks and counts all of it. @throws AppError BACKUP_DAMAGED … */
export function checkCopy(working: string, shownAs: string): LedgerContents {
  const file = join(working, backupLedgerName)
  flushFile(file)
  return inspectLedgerFile(file, shownAs)
}

/** Writes the manifest and gives the backup its name: from here on it counts. */
export function publish(working: string, path: string, manifest: BackupManifest): void {
  writeFileDurably(join(working, manifestName), `${JSON.stringify(manifest, null, 2)}\n`)
  flushFolder(working)
  renameSync(working, path)
  flushFolder(dirname(path))
}

/** Fails when the ledger no longer says what it said: a disk that lies is met here, not at the restore. */
export function assertHead(contents: LedgerContents, head: { readonly seq: number }, path: string): void {
  if (contents.head.seq < head.seq) throw new AppError('BACKUP_FAILED', { path, reason: 'history' })
}

/**
 * The backup before a migration: the exclusive lock is held and nothing has been written, so the file itself is copied,
 * without a pause in which somebody could write. Its attachments are those of the data folder, which a migration leaves alone.
 *
 * @throws AppError LEDGER_DAMAGED
 */
export function writeMigrationBackup(
  directory: string,
  ledger: HeldFile,
  about: { readonly now: Date; readonly programVersion: string },
): void {
  const { working, path } = beginEntry(ringFolder(directory), `${stamp(about.now)}-migration`)
  try {
    ledger.copyTo(join(working, backupLedgerName))
    const contents = checkCopy(working, ledgerFile(directory))
    const identity = ledger.identity()
    const changeCounter = identity.kind === 'ledger' ? identity.changeCounter : 0
    publish(working, path, describe(working, contents, { ...about, changeCounter, reason: 'migration', missing: [], directory }))
  } catch (error) {
    removeQuietly(working)
    // The copy is the ledger itself, octet for octet.
    if (error instanceof AppError && error.code === 'BACKUP_DAMAGED')
      throw new AppError('LEDGER_DAMAGED', { ...error.params, path: directory }, { cause: error })
    throw error
  }
}
