import type { AttachmentRef } from '#shared/activities/schema.ts'
import { AppError } from '#shared/kernel/errors.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { refOf, type StoredAttachment, selectAttachment, selectAttachments, selectEveryAttachment } from './store.ts'

/** Attachments of a sitting, in order. */
export function readAttachmentRefs(ledger: OpenLedger, activityId: string): AttachmentRef[] {
  return selectAttachments(ledger.db, activityId).map(refOf)
}

/** Attachments of a dated record, in order. */
export function readDossierAttachmentRefs(ledger: OpenLedger, dossierId: string): AttachmentRef[] {
  return selectAttachments(ledger.db, dossierId).map(refOf)
}

/** The same with their original names, for the catalogue of a pack. */
export function readStoredAttachments(ledger: OpenLedger, activityId: string): StoredAttachment[] {
  return selectAttachments(ledger.db, activityId)
}

/** Where an attachment's content lies and what it is. @throws AppError NOT_FOUND */
export function openAttachment(ledger: OpenLedger, id: string): StoredAttachment & { readonly path: string } {
  const attachment = selectAttachment(ledger.db, id)
  if (!attachment || !ledger.attachments.has(attachment.sha256))
    throw new AppError('NOT_FOUND', { what: '附件', name: attachment?.name })
  return { ...attachment, path: ledger.attachments.pathOf(attachment.sha256) }
}

/** Every attachment of the ledger, also those taken off their sitting. */
export function readEveryAttachment(ledger: OpenLedger): StoredAttachment[] {
  return selectEveryAttachment(ledger.db)
}
