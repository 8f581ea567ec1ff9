import type { ActivityDraft } from '#shared/activities/contract.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'

/** What forms hold before they are saved: in the ledger, so that a crash or a closed window loses nothing. */
export function readDrafts(ledger: OpenLedger): ActivityDraft[] {
  return ledger.db.all<ActivityDraft & Record<string, never>>(
    'SELECT id, activity_id AS activityId, title, content, saved_at AS savedAt FROM draft ORDER BY saved_at DESC',
  )
}

/** Keeps a draft; `now` is the moment shown as 草稿已自动保存. */
export function keepDraft(ledger: OpenLedger, draft: Omit<ActivityDraft, 'savedAt'>, now: Date): { savedAt: string } {
  const savedAt = now.toISOString()
  ledger.db.run(
    `INSERT INTO draft (id, activity_id, title, content, saved_at) VALUES (?,?,?,?,?)
     ON CONFLICT (id) DO UPDATE SET activity_id = excluded.activity_id, title = excluded.title, content = excluded.content, saved_at = excluded.saved_at`,
    draft.id,
    draft.activityId,
    draft.title,
    draft.content,
    savedAt,
  )
  return { savedAt }
}

export function dropDraft(ledger: OpenLedger, id: string): void {
  ledger.db.run('DELETE FROM draft WHERE id = ?', id)
}
