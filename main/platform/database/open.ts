import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { AppError } from '#shared/kernel/errors.ts'
import { openBetterSqlite } from './better-sqlite.ts'
import type { Database } from './driver.ts'
import { migrations, schemaVersion } from './migrations.ts'

/** `application_id` of a ledger: "BrHb" in ASCII. */
export const applicationId = 0x42724862

/** What the first 100 octets of a file say, read without SQLite, so that a file that is not ours is never touched. */
export type FileIdentity = { readonly kind: 'absent' | 'empty' | 'foreign' } | { readonly kind: 'ledger'; readonly version: number }

/** Reads the SQLite header (file format §1.3): magic, `user_version` at 60, `application_id` at 68, big-endian. */
export function identify(file: string): FileIdentity {
  if (!existsSync(file)) return { kind: 'absent' }
  // SQLite leaves a file of no length when the program ends before the first commit.
  if (statSync(file).size === 0) return { kind: 'empty' }
  const header = Buffer.alloc(100)
  const handle = openSync(file, 'r')
  try {
    if (readSync(handle, header, 0, 100, 0) < 100) return { kind: 'foreign' }
  } finally {
    closeSync(handle)
  }
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') return { kind: 'foreign' }
  if (header.readUInt32BE(68) !== applicationId) return { kind: 'foreign' }
  return { kind: 'ledger', version: header.readUInt32BE(60) }
}

function pragmas(db: Database): void {
  // DELETE, not WAL: secretaries copy the file by hand, and a copy of the main file alone must be whole (DESIGN §5).
  db.exec('PRAGMA journal_mode=DELETE')
  db.exec('PRAGMA synchronous=EXTRA')
  db.exec('PRAGMA foreign_keys=ON')
  db.exec('PRAGMA trusted_schema=OFF')
  db.exec('PRAGMA cell_size_check=ON')
  db.exec('PRAGMA locking_mode=EXCLUSIVE')
  // Takes the exclusive lock now: without it two programs both open, and neither can write.
  db.exec('BEGIN EXCLUSIVE; COMMIT')
}

/** Opens `file` with all pragmas and the exclusive lock, and brings it to the newest schema. */
export function openLedgerDatabase(file: string, create: boolean): Database {
  const identity = identify(file)
  if ((identity.kind === 'absent' || identity.kind === 'empty') && !create) throw new AppError('LEDGER_NOT_FOUND', { path: file })
  if (identity.kind === 'foreign') throw new AppError('LEDGER_FOREIGN', { path: file })
  if (identity.kind === 'ledger' && identity.version > schemaVersion) {
    throw new AppError('LEDGER_NEWER', { path: file, version: identity.version, known: schemaVersion })
  }
  const db = openBetterSqlite(file)
  try {
    pragmas(db)
    migrate(db, file)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Applies the missing steps in one transaction; a failed step leaves the old schema. */
function migrate(db: Database, file: string): void {
  const current = db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0
  const missing = migrations.filter((step) => step.version > current)
  if (missing.length === 0) return
  // Foreign keys cannot be switched inside a transaction; tables are rebuilt in some steps.
  db.exec('PRAGMA foreign_keys=OFF')
  try {
    db.transaction(() => {
      for (const step of missing) db.exec(step.sql)
      if (db.all('PRAGMA foreign_key_check').length > 0) throw new AppError('MIGRATION_FAILED', { path: file })
      db.exec(`PRAGMA application_id=${applicationId}`)
      db.exec(`PRAGMA user_version=${schemaVersion}`)
    })
  } finally {
    db.exec('PRAGMA foreign_keys=ON')
  }
}
