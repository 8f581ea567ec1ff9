import { hostname, userInfo } from 'node:os'
import { newId } from '#shared/kernel/ids.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'

/**
 * The one way to sealed texts of records (DESIGN §4): the text of a talk, criticism, opinions. They stand in a table of
 * their own that no history, search index, log or pack reads, encrypted when the ledger has a passphrase.
 */
const placeOf = (ownerId: string) => `sealed:${ownerId}`

/** Keeps `text` sealed under the record's id, in place of what was there; inside a transaction. */
export function sealText(ledger: OpenLedger, ownerId: string, text: string, branchId = ledger.branchId): void {
  ledger.db.run(
    'INSERT INTO sealed (owner_id, branch_id, content) VALUES (?, ?, ?) ON CONFLICT (owner_id) DO UPDATE SET content = excluded.content',
    ownerId,
    branchId,
    ledger.vault.seal(placeOf(ownerId), text),
  )
}

/** The sealed text of a record in the clear, or null when it has none. @throws AppError LEDGER_LOCKED */
export function unsealText(ledger: OpenLedger, ownerId: string): string | null {
  const row = ledger.db.get<{ content: string }>('SELECT content FROM sealed WHERE owner_id = ?', ownerId)
  return row ? ledger.vault.open(placeOf(ownerId), row.content) : null
}

/** Every sealed text in the clear, by the id of its record. @throws AppError LEDGER_LOCKED */
export function unsealEveryText(ledger: OpenLedger): { readonly ownerId: string; readonly text: string }[] {
  return ledger.db
    .all<{ ownerId: string; content: string }>('SELECT owner_id AS ownerId, content FROM sealed ORDER BY owner_id')
    .map(({ ownerId, content }) => ({ ownerId, text: ledger.vault.open(placeOf(ownerId), content) }))
}

/** Whether a record has sealed text; needs no key. */
export function hasSealedText(ledger: OpenLedger, ownerId: string): boolean {
  return ledger.db.get('SELECT 1 AS one FROM sealed WHERE owner_id = ?', ownerId) !== undefined
}

/** Forgets the sealed text of a record; inside a transaction. */
export function removeSealedText(ledger: OpenLedger, ownerId: string): void {
  ledger.db.run('DELETE FROM sealed WHERE owner_id = ?', ownerId)
}

/** Whose account of which computer: all that is known of who is looking. */
function onlooker(): string {
  try {
    return `${userInfo().username}@${hostname()}`
  } catch {
    // A user without a name in the system's list.
    return hostname()
  }
}

/** Notes that somebody looked at what is sealed: who, when, whose. Never what was seen. */
export function logAccess(ledger: OpenLedger, entry: { readonly at: Date; readonly what: string; readonly ownerId: string }): void {
  ledger.db.transaction(() =>
    ledger.db.run(
      'INSERT INTO access_log (id, at, who, what, owner_id) VALUES (?, ?, ?, ?, ?)',
      newId(),
      entry.at.toISOString(),
      onlooker(),
      entry.what,
      entry.ownerId,
    ),
  )
}
