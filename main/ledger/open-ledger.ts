import { accessSync, constants, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '#shared/kernel/errors.ts'
import { newId } from '#shared/kernel/ids.ts'
import type { LedgerWarning } from '#shared/ledger/schema.ts'
import { endCutOffChange } from '../lock/sweep.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database/driver.ts'
import { integrityProblems } from '../platform/database/integrity.ts'
import { identify, openLedgerDatabase } from '../platform/database/open.ts'
import { type ContentStore, openContentStore } from '../platform/files/content-store.ts'
import { remove } from '../platform/files/durable.ts'
import { openVault, type Vault } from '../sealed/vault.ts'
import { indexChanges } from '../search/index-records.ts'
import { bringIndexUpToDate } from '../search/rebuild.ts'
import { ringEntries } from './backup/manifest.ts'
import { finishRestore } from './backup/pending.ts'
import { sideFiles } from './backup/places.ts'
import { writeMigrationBackup } from './backup/write.ts'
import { type History, openHistory } from './history.ts'
import { readLock, removeLock, writeLock } from './lock-file.ts'
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
  /** What was seen at the opening that does not stop it. */
  readonly warnings: readonly LedgerWarning[]
  /** Rows changed since the opening; only good for being compared with itself. */
  changes(): number
  /** Whether the newest backup of the ring lacks something that is here. */
  isChangedSinceBackup(): boolean
  /** A backup of the ring holds everything up to `changes`. */
  noteBackup(changes: number): void
  /** A backup has been written to another disk. */
  noteOutsideBackup(now: Date): void
  close(): void
}

export const ledgerFile = (directory: string) => join(directory, 'ledger.sqlite')

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
    if (!(error instanceof Error && 'code' in error && /^(SQLITE_FULL|ENOSPC|EACCES|EPERM|EBUSY)/.test(String(error.code))))
      throw error
  }
}

const installationValue = (db: Database, key: string, make: () => string): string => {
  const found = db.get<{ value: string }>('SELECT value FROM installation WHERE key = ?', key)
  if (found) return found.value
  const value = make()
  db.run('INSERT INTO installation (key, value) VALUES (?, ?)', key, value)
  return value
}

/** Turns what SQLite and the system say into our closed list; anything unknown stays a bug. */
export function openingError(error: unknown, directory: string): unknown {
  // The copy that is made before a migration is the ledger itself.
  if (error instanceof AppError && error.code === 'BACKUP_DAMAGED')
    return new AppError('LEDGER_DAMAGED', { ...error.params, path: directory }, { cause: error })
  if (error instanceof AppError) return error
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  const path = directory
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    const holder = readLock(directory)
    return new AppError('LEDGER_IN_USE', { path, host: holder?.host, since: holder?.since, pid: holder?.pid }, { cause: error })
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
    return new AppError('LEDGER_DAMAGED', { path }, { cause: error })
  // A disk that can no longer be read is told like damage: the backups are what is left.
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO')
    return new AppError('LEDGER_DAMAGED', { path, reason: code }, { cause: error })
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_CANTOPEN' || ['EACCES', 'EPERM', 'EROFS'].includes(code)) {
    return new AppError('LEDGER_READ_ONLY', { path }, { cause: error })
  }
  if (['SQLITE_FULL', 'ENOSPC', 'EDQUOT'].includes(code)) return new AppError('LEDGER_NO_SPACE', { path }, { cause: error })
  return error
}

/** The same for a ledger that is open: a device that errs has damaged nothing yet that anybody knows of. */
export function runningError(error: unknown, directory: string): unknown {
  if (error instanceof AppError) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (!/^(SQLITE_IOERR|EIO|ENXIO|ENODEV)/.test(code)) return openingError(error, directory)
  return new AppError('LEDGER_DISK_ERROR', { path: directory, reason: code }, { cause: error })
}

/**
 * Opens the ledger in `directory`, or makes a new one there.
 *
 * @throws AppError LEDGER_NOT_FOUND, LEDGER_EXISTS, LEDGER_IN_USE, LEDGER_NEWER, LEDGER_FOREIGN, LEDGER_DAMAGED,
 *   LEDGER_READ_ONLY, LEDGER_NO_SPACE
 */
export function openLedger(directory: string, clock: Clock, mode: 'open' | 'create', programVersion = ''): OpenLedger {
  const file = ledgerFile(directory)
  let db: Database
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
    db = openLedgerDatabase(file, {
      create: mode === 'create',
      beforeMigration: () => {
        const changeCounter = identity.kind === 'ledger' ? identity.changeCounter : 0
        writeMigrationBackup(directory, file, { now: clock.now(), programVersion, changeCounter })
      },
    })
  } catch (error) {
    throw openingError(error, directory)
  }
  try {
    if (isUnclean) {
      const [problem] = integrityProblems(db)
      if (problem !== undefined) throw new AppError('LEDGER_DAMAGED', { path: directory, reason: problem })
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
      warnings,
      changes,
      isChangedSinceBackup: () => {
        const [newest] = ringEntries(directory)
        const identity = identify(file)
        return (
          newest === undefined ||
          changes() !== savedChanges ||
          // In exclusive mode SQLite counts only the first change of a session: after a crash the number says nothing.
          isUnclean ||
          identity.kind !== 'ledger' ||
          identity.changeCounter !== newest.manifest.changeCounter
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
    throw openingError(error, directory)
  }
}
