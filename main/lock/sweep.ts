import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Database } from '../platform/database/driver.ts'
import { openContentStore } from '../platform/files/content-store.ts'
import { flushFolder, remove } from '../platform/files/durable.ts'

/** Set while something is sealed anew, so that what a crash leaves in the clear is cleared away at the next opening. */
const changeKey = 'lock_change'

/** A change begins; inside a transaction. */
export function noteChange(db: Database): void {
  db.run("INSERT INTO installation (key, value) VALUES (?, 'begun') ON CONFLICT (key) DO NOTHING", changeKey)
}

/** Every content that lies in a store. */
function contentsIn(attachments: string): string[] {
  if (!existsSync(attachments)) return []
  return readdirSync(attachments)
    .filter((folder) => /^[0-9a-f]{2}$/.test(folder))
    .flatMap((folder) => readdirSync(join(attachments, folder)).filter((name) => /^[0-9a-f]{64}$/.test(name)))
}

/** Removes those of `contents` that no row names. */
function removeUnnamed(db: Database, attachments: string, contents: readonly string[]): void {
  const store = openContentStore(attachments)
  for (const sha256 of contents) {
    if (db.get('SELECT 1 AS one FROM attachment WHERE sha256 = ?', sha256) || !store.has(sha256)) continue
    remove(store.pathOf(sha256))
    flushFolder(dirname(store.pathOf(sha256)))
  }
}

/**
 * Ends a change: removes contents that nobody names any more and rewrites the database, so that no page of it can hold old
 * text.
 *
 * @param replaced the contents that were written anew. A file that is being taken in has no row yet, so that while the
 *   program runs nothing else may be removed
 */
export function endChange(db: Database, directory: string, replaced: readonly string[]): void {
  removeUnnamed(db, join(directory, 'attachments'), replaced)
  // secure_delete has overwritten what was deleted; the file written anew has no page left that could hold any of it.
  db.exec('VACUUM')
  db.transaction(() => db.run('DELETE FROM installation WHERE key = ?', changeKey))
}

/** At the opening, when nothing else is going on: ends a change that was cut off, whichever way it went. */
export function endCutOffChange(db: Database, directory: string): void {
  if (!db.get('SELECT 1 AS one FROM installation WHERE key = ?', changeKey)) return
  endChange(db, directory, contentsIn(join(directory, 'attachments')))
}
