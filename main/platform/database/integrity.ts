import type { Database } from './driver.ts'

/** At most this many lines of SQLite's own report: the rest says nothing new. */
const MAX_LINES = 20

/** Codes that say that the file is not what was written. SQLite calls it so too where the file ends too early. */
export const isCorrupt = (code: string) => /^SQLITE_(CORRUPT|NOTADB|IOERR_SHORT_READ)/.test(code)

/** Codes that say that the device could not do what it was told. */
export const isDeviceError = (code: string) => /^(SQLITE_(IOERR|CANTOPEN)|EIO$|ENXIO$|ENODEV$)/.test(code) && !isCorrupt(code)

/** What `PRAGMA integrity_check` says against the database; empty when it is sound. An error of the device is thrown. */
export function integrityProblems(db: Database): string[] {
  try {
    return db
      .all<{ integrity_check: string }>(`PRAGMA integrity_check(${MAX_LINES})`)
      .map((row) => row.integrity_check)
      .filter((line) => line !== 'ok')
  } catch (error) {
    // Some damage is only met while the check is reading.
    if (!(error instanceof Error && 'code' in error && isCorrupt(String(error.code)))) throw error
    return [error.message]
  }
}

/** The damage that was found, as SQLite itself says it of what it meets. */
export const corruption = (problem: string) => Object.assign(new Error(problem), { code: 'SQLITE_CORRUPT' })

/** A row that names another one that is not there. */
export interface BrokenReference {
  readonly table: string
  readonly rowid: number | null
  readonly parent: string
}

export function brokenReferences(db: Database): BrokenReference[] {
  return db.all<{ table: string; rowid: number | null; parent: string }>('PRAGMA foreign_key_check')
}
