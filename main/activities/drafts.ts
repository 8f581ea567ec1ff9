import type { ActivityDraft } from '#shared/activities/contract.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { dropKeptDraft, putKeptDraft, readKeptDrafts } from '../sealed/drafts.ts'

/** Forms of sittings that were left without saving, the newest first. @throws AppError LEDGER_LOCKED */
export function readDrafts(ledger: OpenLedger): ActivityDraft[] {
  return readKeptDrafts(ledger).flatMap(({ kind, recordId, ...draft }) =>
    kind === 'activity' ? [{ ...draft, activityId: recordId }] : [],
  )
}

/** Keeps a draft; `now` is the moment shown as 草稿已自动保存. @throws AppError LEDGER_LOCKED */
export function keepDraft(ledger: OpenLedger, draft: Omit<ActivityDraft, 'savedAt'>, now: Date): { savedAt: string } {
  const savedAt = now.toISOString()
  const { activityId, ...rest } = draft
  putKeptDraft(ledger, { ...rest, kind: 'activity', recordId: activityId, savedAt })
  return { savedAt }
}

export const dropDraft = dropKeptDraft
