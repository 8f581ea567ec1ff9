import { isLateEntry } from '#shared/activities/late.ts'
import { dossierKind } from '#shared/dossier/kinds/index.ts'
import type { Dossier, SealedContent } from '#shared/dossier/schema.ts'
import { dossierNumber } from '#shared/dossier/text.ts'
import { AppError } from '#shared/kernel/errors.ts'
import { readDossierAttachmentRefs } from '../attachments/read.ts'
import { readBranch } from '../branch/read.ts'
import type { Core } from '../core.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { hasSealedText, logAccess, unsealText } from '../sealed/text.ts'
import { type StoredDossier, selectDossier, selectDossiers, selectEveryDossier } from './store.ts'

function wholeDossier(ledger: OpenLedger, stored: StoredDossier, lateAfterDays: number): Dossier {
  const { numberYear, number, deletedAt: _deletedAt, ...dossier } = stored
  return {
    ...dossier,
    recordNumber: dossierNumber(dossierKind(stored.kind), numberYear, number),
    isLate: isLateEntry(stored, lateAfterDays),
    hasSealed: hasSealedText(ledger, stored.id),
    attachments: readDossierAttachmentRefs(ledger, stored.id),
  }
}

/** Records that are not in the bin, oldest first; `year` is the 归属年度, none: all years. */
export function readDossiers(ledger: OpenLedger, filter: { year?: number; kinds?: readonly string[] } = {}): Dossier[] {
  const { lateAfterDays } = readBranch(ledger).settings
  return selectDossiers(ledger.db, filter).map((stored) => wholeDossier(ledger, stored, lateAfterDays))
}

/** The record with this id, or undefined when there is none or it is in the bin. */
export function findDossier(ledger: OpenLedger, id: string): Dossier | undefined {
  const stored = selectDossier(ledger.db, id)
  if (!stored || stored.deletedAt !== null) return undefined
  return wholeDossier(ledger, stored, readBranch(ledger).settings.lateAfterDays)
}

/** The record with this id. @throws AppError NOT_FOUND */
export function readDossier(ledger: OpenLedger, id: string): Dossier {
  const found = findDossier(ledger, id)
  if (!found) throw new AppError('NOT_FOUND', { what: '工作记录' })
  return found
}

/** Every record with the day it was put into the bin, for packs that carry a whole ledger. */
export function readEveryDossier(ledger: OpenLedger): (Dossier & { readonly deletedAt: string | null })[] {
  const { lateAfterDays } = readBranch(ledger).settings
  return selectEveryDossier(ledger.db).map((stored) => ({
    ...wholeDossier(ledger, stored, lateAfterDays),
    deletedAt: stored.deletedAt,
  }))
}

/** The sealed texts of a record; that they were looked at is logged. @throws AppError NOT_FOUND */
export function unsealDossier(core: Core, id: string): SealedContent {
  const ledger = core.session.require()
  const stored = selectDossier(ledger.db, id)
  if (!stored || stored.deletedAt !== null) throw new AppError('NOT_FOUND', { what: '工作记录' })
  const text = unsealText(ledger, id)
  if (text === null) return {}
  logAccess(ledger, { at: core.clock.now(), what: `查看${dossierKind(stored.kind).name}内容`, ownerId: id })
  return JSON.parse(text) as SealedContent
}
