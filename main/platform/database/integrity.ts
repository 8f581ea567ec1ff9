import type { Database } from './driver.ts'

/** At most this many lines of SQLite's own report: the rest says nothing new. */
const MAX_LINES = 20

/** What `PRAGMA integrity_check` says against the database; empty when it is sound. */
export function integrityProblems(db: Database): string[] {
  try {
    return db
      .all<{ integrity_check: string }>(`PRAGMA integrity_check(${MAX_LINES})`)
      .map((row) => row.integrity_check)
      .filter((line) => line !== 'ok')
  } catch (error) {
    // Some damage is only met while the check is reading.
    const isCorrupt = error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(String(error.code))
    if (!isCorrupt) throw error
    return [error.message]
  }
}

/** A row that names another one that is not there. */
export interface BrokenReference {
  readonly table: string
  readonly rowid: number | null
  readonly parent: string
}

export function brokenReferences(db: Database): BrokenReference[] {
  return db.all<{ table: string; rowid: number | null; parent: string }>('PRAGMA foreign_key_check')
}
