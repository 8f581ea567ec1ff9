import type { DossierDraft } from '#shared/dossier/contract.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { dropKeptDraft, putKeptDraft, readKeptDrafts } from '../sealed/drafts.ts'

/** Forms of dated records that were left without saving, the newest first. @throws AppError LEDGER_LOCKED */
export function readDossierDrafts(ledger: OpenLedger): DossierDraft[] {
  return readKeptDrafts(ledger).filter(({ kind }) => kind !== 'activity')
}

/** Keeps a draft; `now` is the moment shown as 草稿已自动保存. @throws AppError LEDGER_LOCKED */
export function keepDossierDraft(ledger: OpenLedger, draft: Omit<DossierDraft, 'savedAt'>, now: Date): { savedAt: string } {
  const savedAt = now.toISOString()
  putKeptDraft(ledger, { ...draft, savedAt })
  return { savedAt }
}

export const dropDossierDraft = dropKeptDraft
