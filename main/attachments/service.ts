import type { AttachmentRef } from '#shared/activities/schema.ts'
import { AppError } from '#shared/kernel/errors.ts'
import { newId } from '#shared/kernel/ids.ts'
import { cut } from '#shared/kernel/text.ts'
import type { Core } from '../core.ts'
import { streamOf } from '../files/staging.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import type { RowWriter } from '../ledger/rows.ts'
import { mediaTypeOf } from './media-type.ts'
import { hasActivity, putAttachment, refOf, type StoredAttachment, selectAttachment, selectAttachments } from './store.ts'

/**
 * Takes a staged file into the content store and hangs it on a sitting. The file and its folder are flushed before the
 * row that names it commits, so that a row never names a file that a power cut has taken.
 *
 * @throws AppError FILE_EXPIRED, NOT_FOUND
 */
export async function addAttachment(
  core: Core,
  file: string,
  activityId: string | undefined,
  signal?: AbortSignal,
): Promise<AttachmentRef> {
  const ledger = core.session.require()
  const staged = core.staging.find(file)
  if (activityId !== undefined && !hasActivity(ledger.db, activityId)) throw new AppError('NOT_FOUND', { what: '会议' })
  const content = await ledger.attachments.take(streamOf(staged), signal)
  const attachment: StoredAttachment = {
    id: newId(),
    activityId: activityId ?? null,
    dossierId: null,
    isSealed: false,
    evidenceKind: null,
    position: activityId ? selectAttachments(ledger.db, activityId).length : 0,
    name: cut(staged.name, 120),
    originalName: staged.name,
    sha256: content.sha256,
    octets: content.octets,
    mediaType: mediaTypeOf(staged.name),
  }
  ledger.write('添加附件', (rows) => putAttachment(rows, ledger.branchId, attachment))
  return refOf(attachment)
}

/** Gives an attachment the name under which it is listed and packed; the original name is kept. */
export function renameAttachment(core: Core, id: string, name: string): AttachmentRef {
  const ledger = core.session.require()
  const found = selectAttachment(ledger.db, id)
  if (!found) throw new AppError('NOT_FOUND', { what: '附件' })
  const renamed = { ...found, name: name.normalize('NFC').trim() }
  ledger.write('附件改名', (rows) => putAttachment(rows, ledger.branchId, renamed))
  return refOf(renamed)
}

/**
 * Sets which attachments hang on an owner, in order; inside the caller's transaction. Those left out are taken off: their
 * rows and files stay, so that taking off can be undone.
 */
function saveList(
  ledger: OpenLedger,
  rows: RowWriter,
  owner: { readonly activityId: string | null; readonly dossierId: string | null },
  ids: readonly string[],
): void {
  for (const old of selectAttachments(ledger.db, owner.activityId ?? owner.dossierId ?? '')) {
    if (!ids.includes(old.id)) putAttachment(rows, ledger.branchId, { ...old, activityId: null, dossierId: null })
  }
  for (const [position, id] of ids.entries()) {
    const attachment = selectAttachment(ledger.db, id)
    if (attachment) putAttachment(rows, ledger.branchId, { ...attachment, ...owner, position })
  }
}

/** Which attachments hang on a sitting. */
export function saveAttachmentList(ledger: OpenLedger, rows: RowWriter, activityId: string, ids: readonly string[]): void {
  saveList(ledger, rows, { activityId, dossierId: null }, ids)
}

/** Which attachments hang on a dated record. */
export function saveDossierAttachments(ledger: OpenLedger, rows: RowWriter, dossierId: string, ids: readonly string[]): void {
  saveList(ledger, rows, { activityId: null, dossierId }, ids)
}
