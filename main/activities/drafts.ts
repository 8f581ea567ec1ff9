import type { ActivityDraft } from '#shared/activities/contract.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'

// What forms hold before they are saved: in the ledger, so that a crash or a closed window loses nothing. Nobody knows yet
// what will be sealed, so under a passphrase a draft is encrypted as a whole.

const placeOf = (id: string, column: 'title' | 'content') => `draft:${id}:${column}`

/** All drafts, the newest first. @throws AppError LEDGER_LOCKED */
export function readDrafts(ledger: OpenLedger): ActivityDraft[] {
  return ledger.db
    .all<ActivityDraft & Record<string, never>>(
      'SELECT id, activity_id AS activityId, title, content, saved_at AS savedAt FROM draft ORDER BY saved_at DESC',
    )
    .map((draft) => ({
      ...draft,
      title: ledger.vault.open(placeOf(draft.id, 'title'), draft.title),
      content: ledger.vault.open(placeOf(draft.id, 'content'), draft.content),
    }))
}

/** Keeps a draft; `now` is the moment shown as 草稿已自动保存. @throws AppError LEDGER_LOCKED */
export function keepDraft(ledger: OpenLedger, draft: Omit<ActivityDraft, 'savedAt'>, now: Date): { savedAt: string } {
  const savedAt = now.toISOString()
  putDraft(ledger, { ...draft, savedAt })
  return { savedAt }
}

/** Writes a draft with the moment it has. @throws AppError LEDGER_LOCKED */
export function putDraft(ledger: OpenLedger, draft: ActivityDraft): void {
  ledger.db.run(
    `INSERT INTO draft (id, activity_id, title, content, saved_at) VALUES (?,?,?,?,?)
     ON CONFLICT (id) DO UPDATE SET activity_id = excluded.activity_id, title = excluded.title, content = excluded.content, saved_at = excluded.saved_at`,
    draft.id,
    draft.activityId,
    ledger.vault.seal(placeOf(draft.id, 'title'), draft.title),
    ledger.vault.seal(placeOf(draft.id, 'content'), draft.content),
    draft.savedAt,
  )
}

export function dropDraft(ledger: OpenLedger, id: string): void {
  ledger.db.run('DELETE FROM draft WHERE id = ?', id)
}
