import { accessSync, constants, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { AppError } from '#shared/kernel/errors.ts'
import { newId } from '#shared/kernel/ids.ts'
import type { LedgerWarning } from '#shared/ledger/schema.ts'
import { endCutOffChange } from '../lock/sweep.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database/driver.ts'
import { type HeldFile, holdFile } from '../platform/database/held-file.ts'
import { corruption, integrityProblems } from '../platform/database/integrity.ts'
import { identify, openLedgerDatabase } from '../platform/database/open.ts'
import { foreignSideFile } from '../platform/database/side-files.ts'
import { type ContentStore, openContentStore } from '../platform/files/content-store.ts'
import { remove } from '../platform/files/durable.ts'
import { exactCode } from '../platform/files/write-failure.ts'
import { openVault, type Vault } from '../sealed/vault.ts'
import { indexChanges } from '../search/index-records.ts'
import { postponeIndex } from '../search/postpone.ts'
import { bringIndexUpToDate, isIndexCurrent } from '../search/rebuild.ts'
import { ringEntries } from './backup/manifest.ts'
import { finishRestore } from './backup/pending.ts'
import { ledgerFile, sideFiles } from './backup/places.ts'
import { writeMigrationBackup } from './backup/write.ts'
import { type History, openHistory } from './history.ts'
import { readLock, removeLock, writeLock } from './lock-file.ts'
import { openingError } from './opening-error.ts'
import { openingWarnings } from './opening-warnings.ts'
import { type RowWriter, rowWriter } from './rows.ts'

/** A ledger (数据文件夹) that this process has open and nobody else can open. */
export interface OpenLedger {
  readonly directory: string
  readonly db: Database
  readonly history: History
  readonly attachments: ContentStore
  /** Identity of this installation, in every history entry. */
  readonly deviceId: string
  /** How sealed texts are written and read. */
  readonly vault: Vault
  /** The one branch of this ledger; empty before `createBranch` has run. */
  readonly branchId: string
  /** One named change: a transaction in which every row goes through the history and into the search index. Synchronous. */
  write<T>(what: string, work: (rows: RowWriter) => T): T
  /**
   * A named change of very many rows: the same one transaction, but its records enter the search index after it, piece by
   * piece, while other calls are answered. Resolves when they are all found.
   */
  writeLarge<T>(what: string, work: (rows: RowWriter) => T): Promise<T>
  /** What was seen at the opening that does not stop it. */
  readonly warnings: readonly LedgerWarning[]
  /** Rows changed since the opening; only good for being compared with itself. */
  changes(): number
  /** Whether the device can read all of the database's file. */
  isReadable(): boolean
  /** SQLite's own count of the file's changes, as its header has it. */
  changeCounter(): number
  /** Whether the newest backup of the ring lacks something that is here. */
  isChangedSinceBackup(): boolean
  /** A backup of the ring holds everything up to `changes`. */
  noteBackup(changes: number): void
  /** A backup has been written to another disk. */
  noteOutsideBackup(now: Date): void
  close(): void
}

/** SQLite leaves an empty journal while a ledger is open; one with content is a change that was cut off. */
const hasJournal = (file: string) =>
  sideFiles.some((ending) => (statSync(`${file}${ending}`, { throwIfNoEntry: false })?.size ?? 0) > 0)

/** Contents whose taking in was cut off: named by nobody, and never finished. */
function removeCutOff(attachments: string): void {
  if (!existsSync(attachments)) return
  for (const name of readdirSync(attachments)) if (name.endsWith('.part')) remove(join(attachments, name))
}

/** A disk that is full today must not keep the ledger closed; the note stays, and so does the work. */
function clearAway(db: Database, directory: string): void {
  try {
    endCutOffChange(db, directory)
  } catch (error) {
    if (!/^(SQLITE_FULL|ENOSPC|EACCES|EPERM|EBUSY)/.test(exactCode(error, directory))) throw error
  }
}

const installationValue = (db: Database, key: string, make: () => string): string => {
  const found = db.get<{ value: string }>('SELECT value FROM installation WHERE key = ?', key)
  if (found) return found.value
  const value = make()
  db.run('INSERT INTO installation (key, value) VALUES (?, ?)', key, value)
  return value
}

/**
 * Opens the ledger in `directory`, or makes a new one there.
 *
 * @throws AppError LEDGER_NOT_FOUND, LEDGER_EXISTS, LEDGER_IN_USE, LEDGER_NEWER, LEDGER_FOREIGN, LEDGER_DAMAGED,
 *   LEDGER_READ_ONLY, LEDGER_NO_SPACE, LEDGER_DISK_ERROR, MIGRATION_FAILED
 */
export function openLedger(directory: string, clock: Clock, mode: 'open' | 'create', programVersion = ''): OpenLedger {
  const file = ledgerFile(directory)
  let db: Database
  let held: HeldFile | null = null
  let isUnclean = false
  try {
    finishRestore(directory)
    const identity = identify(file)
    const isEmpty = identity.kind === 'empty'
    // An empty file alone is a ledger whose making was cut off; beside attachments or backups it is a lost one.
    if (isEmpty && ['attachments', 'backups'].some((name) => existsSync(join(directory, name))))
      throw new AppError('LEDGER_DAMAGED', { path: directory })
    if (mode === 'open' && (identity.kind === 'absent' || isEmpty)) throw new AppError('LEDGER_NOT_FOUND', { path: directory })
    if (mode === 'create') {
      if (identity.kind === 'ledger') throw new AppError('LEDGER_EXISTS', { path: directory })
      if (identity.kind === 'foreign') throw new AppError('LEDGER_FOREIGN', { path: file })
      mkdirSync(directory, { recursive: true })
    }
    if (existsSync(directory)) accessSync(directory, constants.W_OK)
    // Who had it did not close it: the program was killed, or the machine was switched off at the wall.
    isUnclean = readLock(directory) !== null || hasJournal(file)
    const foreign = foreignSideFile(file)
    if (foreign) throw new AppError('LEDGER_DAMAGED', { path: directory, sideFile: `${basename(file)}${foreign}` })
    // Before SQLite has it: opened and closed beside it, its lock would be gone.
    if (identity.kind === 'ledger') held = holdFile(file)
    db = openLedgerDatabase(file, {
      create: mode === 'create',
      beforeMigration: () => {
        if (held) writeMigrationBackup(directory, held, { now: clock.now(), programVersion })
      },
    })
  } catch (error) {
    held?.close()
    throw openingError(error, directory)
  }
  const reader = held ?? holdFile(file)
  try {
    if (isUnclean) {
      const [problem] = integrityProblems(db)
      if (problem !== undefined) throw corruption(problem)
    }
    writeLock(directory, clock.now())
    const deviceId = db.transaction(() => installationValue(db, 'device_id', newId))
    const vault = openVault(db)
    const history = openHistory(db, deviceId, () => clock.now())
    const changes = () => db.get<{ n: number }>('SELECT total_changes() AS n')?.n ?? 0
    let savedChanges = 0
    const warnings = openingWarnings(db, directory, deviceId, clock.now())
    const ledger: OpenLedger = {
      directory,
      db,
      history,
      attachments: openContentStore(join(directory, 'attachments')),
      deviceId,
      vault,
      get branchId() {
        return db.get<{ id: string }>('SELECT id FROM branch LIMIT 1')?.id ?? ''
      },
      write: (what, work) =>
        db.transaction(() => {
          const rows = rowWriter(db, history, what)
          const result = work(rows)
          indexChanges(ledger, rows.changed)
          return result
        }),
      writeLarge: async (what, work) => {
        const [result, indexRest] = db.transaction(() => {
          const wasCurrent = isIndexCurrent(ledger)
          const rows = rowWriter(db, history, what)
          return [work(rows), postponeIndex(ledger, rows.changed, wasCurrent)] as const
        })
        // The rows are in: a disk that is full now costs the index alone, which stays marked as old and is made anew.
        await indexRest().catch(() => {})
        return result
      },
      warnings,
      changes,
      isReadable: reader.isReadable,
      changeCounter: () => {
        const identity = reader.identity()
        return identity.kind === 'ledger' ? identity.changeCounter : 0
      },
      isChangedSinceBackup: () => {
        const [newest] = ringEntries(directory)
        return (
          newest === undefined ||
          changes() !== savedChanges ||
          // In exclusive mode SQLite counts only the first change of a session: after a crash the number says nothing.
          isUnclean ||
          ledger.changeCounter() !== newest.manifest.changeCounter
        )
      },
      noteBackup: (count) => {
        savedChanges = count
        isUnclean = false
      },
      noteOutsideBackup: (now) => {
        const isSaved = changes() === savedChanges
        db.transaction(() => {
          db.run(
            'INSERT INTO installation (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
            'last_outside_backup',
            now.toISOString(),
          )
        })
        // A note about backups is nothing that a backup would have to hold.
        if (isSaved) savedChanges = changes()
      },
      close: () => {
        db.close()
        reader.close()
        removeLock(directory)
      },
    }
    if (isUnclean) removeCutOff(join(directory, 'attachments'))
    clearAway(db, directory)
    bringIndexUpToDate(ledger)
    savedChanges = changes()
    return ledger
  } catch (error) {
    db.close()
    reader.close()
    throw openingError(error, directory)
  }
}
