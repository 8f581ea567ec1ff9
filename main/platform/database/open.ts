import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { AppError } from '#shared/kernel/errors.ts'
import { openBetterSqlite } from './better-sqlite.ts'
import type { Database } from './driver.ts'
import { brokenReferences, integrityProblems } from './integrity.ts'
import { schemaDifferences } from './known-schema.ts'
import { type Migration, migrations } from './migrations.ts'

/** `application_id` of a ledger: "BrHb" in ASCII. */
export const applicationId = 0x42724862

/** What the first 100 octets of a file say, read without SQLite, so that a file that is not ours is never touched. */
export type FileIdentity =
  | { readonly kind: 'absent' | 'empty' | 'foreign' }
  | { readonly kind: 'ledger'; readonly version: number; readonly changeCounter: number }

/** Opens a file to read its header; never one that SQLite has open (`held-file.ts`). */
export function identify(file: string): FileIdentity {
  if (!existsSync(file)) return { kind: 'absent' }
  // SQLite leaves a file of no length when the program ends before the first commit.
  if (statSync(file).size === 0) return { kind: 'empty' }
  const handle = openSync(file, 'r')
  try {
    return identityOf(handle)
  } finally {
    closeSync(handle)
  }
}

/**
 * Reads the SQLite header (file format §1.3): magic, change counter at 24, `user_version` at 60, `application_id` at 68,
 * big-endian.
 */
export function identityOf(handle: number): FileIdentity {
  const header = Buffer.alloc(100)
  if (readSync(handle, header, 0, 100, 0) < 100) return { kind: 'foreign' }
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') return { kind: 'foreign' }
  if (header.readUInt32BE(68) !== applicationId) return { kind: 'foreign' }
  return { kind: 'ledger', version: header.readUInt32BE(60), changeCounter: header.readUInt32BE(24) }
}

function pragmas(db: Database): void {
  // DELETE, not WAL: secretaries copy the file by hand, and a copy of the main file alone must be whole (DESIGN §5).
  db.exec('PRAGMA journal_mode=DELETE')
  db.exec('PRAGMA synchronous=EXTRA')
  db.exec('PRAGMA foreign_keys=ON')
  db.exec('PRAGMA trusted_schema=OFF')
  db.exec('PRAGMA cell_size_check=ON')
  // What is taken out of the file is overwritten in it: personal data that was removed, texts before they were encrypted.
  db.exec('PRAGMA secure_delete=ON')
  db.exec('PRAGMA locking_mode=EXCLUSIVE')
  // Takes the exclusive lock now: without it two programs both open, and neither can write.
  db.exec('BEGIN EXCLUSIVE; COMMIT')
}

export interface OpenOptions {
  /** Whether a file that is missing or empty is made. */
  readonly create: boolean
  /**
   * Called when the file is older than this program, before the first step, with the exclusive lock held: to keep a copy.
   * What it throws stops the opening, and the file is as it was.
   */
  readonly beforeMigration?: (db: Database, from: number, to: number) => void
  /** Only tests have other steps. */
  readonly steps?: readonly Migration[]
}

/**
 * Opens `file` with all pragmas and the exclusive lock, and brings it to the newest schema. Nothing is written before the
 * schema is known to be that of its version.
 *
 * @throws AppError LEDGER_NOT_FOUND, LEDGER_FOREIGN, LEDGER_NEWER, MIGRATION_FAILED
 */
export function openLedgerDatabase(file: string, { create, beforeMigration, steps = migrations }: OpenOptions): Database {
  const identity = identify(file)
  if ((identity.kind === 'absent' || identity.kind === 'empty') && !create) throw new AppError('LEDGER_NOT_FOUND', { path: file })
  if (identity.kind === 'foreign') throw new AppError('LEDGER_FOREIGN', { path: file })
  if (identity.kind === 'ledger' && identity.version > steps.length) {
    throw new AppError('LEDGER_NEWER', { path: file, version: identity.version, known: steps.length })
  }
  const db = openBetterSqlite(file)
  try {
    pragmas(db)
    const current = db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0
    if (identity.kind === 'ledger') {
      const different = schemaDifferences(db, current, steps)
      if (different.length > 0) throw new AppError('LEDGER_FOREIGN', { path: file, reason: different.slice(0, 3).join(', ') })
    }
    if (current < steps.length) {
      if (identity.kind === 'ledger') beforeMigration?.(db, current, steps.length)
      migrate(db, file, current, steps)
    }
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** A full disk and damage have screens of their own; everything else that stops a step is told as a failed migration. */
function migrationError(error: unknown, file: string, from: number, to: number): unknown {
  if (error instanceof AppError) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (/^(SQLITE_FULL|SQLITE_CORRUPT|SQLITE_NOTADB|SQLITE_IOERR|SQLITE_READONLY|ENOSPC)/.test(code)) return error
  const reason = error instanceof Error ? error.message : String(error)
  return new AppError('MIGRATION_FAILED', { path: file, from, to, reason }, { cause: error })
}

/** Applies the missing steps in one transaction; a failed step leaves the old file, octet for octet. */
function migrate(db: Database, file: string, from: number, steps: readonly Migration[]): void {
  const to = steps.length
  // Foreign keys cannot be switched inside a transaction; tables are rebuilt in some steps.
  db.exec('PRAGMA foreign_keys=OFF')
  try {
    db.transaction(() => {
      for (const step of steps) if (step.version > from) db.exec(step.sql)
      // A new file has nothing that could have been broken.
      const problems =
        from === 0 ? [] : [...brokenReferences(db).map(({ table, parent }) => `${table} → ${parent}`), ...integrityProblems(db)]
      if (problems.length > 0)
        throw new AppError('MIGRATION_FAILED', { path: file, from, to, reason: problems.slice(0, 3).join('; ') })
      db.exec(`PRAGMA application_id=${applicationId}`)
      db.exec(`PRAGMA user_version=${to}`)
    })
  } catch (error) {
    throw migrationError(error, file, from, to)
  } finally {
    db.exec('PRAGMA foreign_keys=ON')
  }
}
