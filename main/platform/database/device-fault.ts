import { openBetterSqlite } from './better-sqlite.ts'
import { holdFile } from './held-file.ts'
import { integrityProblems } from './integrity.ts'

/**
 * Whether what SQLite calls damage of a file is an error of the device: it says SQLITE_CORRUPT also of a page that the device
 * refuses to read. Then the file cannot be read to its end, or nothing is wrong with it when it is looked at again.
 *
 * @param file one that nobody has open (`held-file.ts`)
 */
export function isDeviceFault(file: string): boolean {
  try {
    const held = holdFile(file)
    try {
      if (!held.isReadable()) return true
    } finally {
      held.close()
    }
    const db = openBetterSqlite(file, { readonly: true })
    try {
      return integrityProblems(db).length === 0
    } finally {
      db.close()
    }
  } catch (error) {
    // Not SQLITE_CANTOPEN: a journal that would have to be played back first says so too.
    return error instanceof Error && 'code' in error && /^(EIO|ENXIO|ENODEV|SQLITE_IOERR)/.test(String(error.code))
  }
}
