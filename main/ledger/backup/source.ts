import { chmodSync, constants, copyFileSync, existsSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { AppError } from '#shared/kernel/errors.ts'
import type { BackupManifest } from '#shared/ledger/backup-schema.ts'
import { openBetterSqlite } from '../../platform/database/better-sqlite.ts'
import { identify } from '../../platform/database/open.ts'
import { flushFile, removeQuietly } from '../../platform/files/durable.ts'
import { inspectLedgerFile, type LedgerContents } from './inspect.ts'
import { readManifest, sha256OfFileSync } from './manifest.ts'
import { backupLedgerName, sideFiles, unfinished } from './places.ts'

/** Where a restore takes its ledger and attachments from. */
export interface RestoreSource {
  readonly file: string
  readonly manifest: BackupManifest | null
  /** Folders in which its attachments may lie. */
  readonly contents: readonly string[]
}

/**
 * Finds what can be restored at a path: a backup, a data folder copied by hand, or a ledger file alone.
 *
 * @throws AppError BACKUP_NOT_FOUND; BACKUP_DAMAGED for a backup that was never finished
 */
export function findSource(path: string): RestoreSource {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats) throw new AppError('BACKUP_NOT_FOUND', { path })
  const folder = stats.isDirectory() ? path : dirname(path)
  const file = stats.isDirectory() ? join(path, backupLedgerName) : path
  if (!existsSync(file)) throw new AppError('BACKUP_NOT_FOUND', { path })
  if (basename(folder).endsWith(unfinished)) throw new AppError('BACKUP_DAMAGED', { path, reason: 'unfinished' })
  const manifest = basename(file) === backupLedgerName ? readManifest(folder) : null
  return { file, manifest, contents: [join(folder, 'attachments'), join(folder, '..', 'attachments')] }
}

/**
 * Copies the ledger of a source to `staged` and checks the copy; the source is only read. A backup stands by its manifest,
 * whatever lies beside it. A folder copied by hand after a power cut has a journal that belongs to it: without it the
 * file is not whole.
 *
 * @throws AppError BACKUP_DAMAGED, LEDGER_FOREIGN, LEDGER_NEWER
 */
export function stageSource(source: RestoreSource, staged: string): LedgerContents {
  const { file, manifest } = source
  // Judged by its header before a single octet is copied.
  if (identify(file).kind === 'foreign') throw new AppError('LEDGER_FOREIGN', { path: file })
  copyFileSync(file, staged, constants.COPYFILE_FICLONE)
  // A copy has the rights of its original, and originals on discs and old sticks may not be written.
  chmodSync(staged, 0o600)
  const journal = `${file}-journal`
  const hasJournal = manifest === null && (statSync(journal, { throwIfNoEntry: false })?.size ?? 0) > 0
  if (hasJournal) copyFileSync(journal, `${staged}-journal`)
  const hasWal = manifest === null && (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
  if (hasWal) copyFileSync(`${file}-wal`, `${staged}-wal`)
  flushFile(staged)
  if (hasJournal || hasWal) settle(staged, file)
  if (manifest && sha256OfFileSync(staged) !== manifest.ledger.sha256)
    throw new AppError('BACKUP_DAMAGED', { path: file, reason: 'sha256' })
  const contents = inspectLedgerFile(staged, file)
  const isCounted = manifest === null || Object.entries(manifest.counts).every(([table, rows]) => contents.counts[table] === rows)
  if (!isCounted) throw new AppError('BACKUP_DAMAGED', { path: file, reason: 'counts' })
  return contents
}

/** Lets SQLite end on the copy what was cut off in the original. */
function settle(staged: string, shownAs: string): void {
  try {
    const db = openBetterSqlite(staged)
    try {
      db.exec('PRAGMA trusted_schema=OFF')
      db.exec('PRAGMA journal_mode=DELETE')
      db.exec('BEGIN EXCLUSIVE; COMMIT')
    } finally {
      db.close()
    }
    flushFile(staged)
  } catch (error) {
    throw new AppError('BACKUP_DAMAGED', { path: shownAs, reason: error instanceof Error ? error.message : '' }, { cause: error })
  } finally {
    for (const ending of sideFiles) removeQuietly(`${staged}${ending}`)
  }
}
