import type { OpenLedger } from '../ledger/open-ledger.ts'

/**
 * The one way to sealed texts of records (DESIGN §4): the text of a talk, criticism, opinions. They stand in a table of
 * their own that no history, search index, log or pack reads.
 */

/** Keeps `text` sealed under the record's id, in place of what was there; inside a transaction. */
export function sealText(ledger: OpenLedger, ownerId: string, text: string): void {
  ledger.db.run(
    'INSERT INTO sealed (owner_id, branch_id, content) VALUES (?, ?, ?) ON CONFLICT (owner_id) DO UPDATE SET content = excluded.content',
    ownerId,
    ledger.branchId,
    text,
  )
}

/** The sealed text of a record in the clear, or null when it has none. */
export function unsealText(ledger: OpenLedger, ownerId: string): string | null {
  return ledger.db.get<{ content: string }>('SELECT content FROM sealed WHERE owner_id = ?', ownerId)?.content ?? null
}

/** Whether a record has sealed text; needs no key. */
export function hasSealedText(ledger: OpenLedger, ownerId: string): boolean {
  return ledger.db.get('SELECT 1 AS one FROM sealed WHERE owner_id = ?', ownerId) !== undefined
}

/** Forgets the sealed text of a record; inside a transaction. */
export function removeSealedText(ledger: OpenLedger, ownerId: string): void {
  ledger.db.run('DELETE FROM sealed WHERE owner_id = ?', ownerId)
}

/** Notes that somebody looked at what is sealed: who, when, whose. Never what was seen. */
export function logAccess(ledger: OpenLedger, entry: { id: string; at: string; who: string; what: string; ownerId: string }): void {
  ledger.db.run(
    'INSERT INTO access_log (id, at, who, what, owner_id) VALUES (?, ?, ?, ?, ?)',
    entry.id,
    entry.at,
    entry.who,
    entry.what,
    entry.ownerId,
  )
}
