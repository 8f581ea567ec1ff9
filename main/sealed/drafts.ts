import type { OpenLedger } from '../ledger/open-ledger.ts'

/** What a form holds before it is saved. */
export interface KeptDraft {
  readonly id: string
  /** A kind of dated record, or `activity`. */
  readonly kind: string
  /** The record that is being changed; null: a new one. */
  readonly recordId: string | null
  readonly title: string
  /** The form as JSON. */
  readonly content: string
  readonly savedAt: string
}

// What forms hold before they are saved: in the ledger, so that a crash or a closed window loses nothing. Nobody knows yet
// what will be sealed, so under a passphrase a draft is encrypted as a whole.

const placeOf = (id: string, column: 'title' | 'content') => `draft:${id}:${column}`

/** All drafts, the newest first. @throws AppError LEDGER_LOCKED */
export function readKeptDrafts(ledger: OpenLedger): KeptDraft[] {
  return ledger.db
    .all<KeptDraft & Record<string, never>>(
      'SELECT id, kind, activity_id AS recordId, title, content, saved_at AS savedAt FROM draft ORDER BY saved_at DESC',
    )
    .map((draft) => ({
      ...draft,
      title: ledger.vault.open(placeOf(draft.id, 'title'), draft.title),
      content: ledger.vault.open(placeOf(draft.id, 'content'), draft.content),
    }))
}

/** Writes a draft with the moment it has. @throws AppError LEDGER_LOCKED */
export function putKeptDraft(ledger: OpenLedger, draft: KeptDraft): void {
  ledger.db.run(
    `INSERT INTO draft (id, kind, activity_id, title, content, saved_at) VALUES (?,?,?,?,?,?)
     ON CONFLICT (id) DO UPDATE SET activity_id = excluded.activity_id, title = excluded.title, content = excluded.content, saved_at = excluded.saved_at`,
    draft.id,
    draft.kind,
    draft.recordId,
    ledger.vault.seal(placeOf(draft.id, 'title'), draft.title),
    ledger.vault.seal(placeOf(draft.id, 'content'), draft.content),
    draft.savedAt,
  )
}

export function dropKeptDraft(ledger: OpenLedger, id: string): void {
  ledger.db.run('DELETE FROM draft WHERE id = ?', id)
}
