import type { AttachmentRef } from '#shared/activities/schema.ts'
import type { RowWriter } from '../ledger/rows.ts'
import type { Database } from '../platform/database/driver.ts'

export interface StoredAttachment {
  readonly id: string
  readonly activityId: string | null
  /** The dated record it hangs on; null when it hangs on a sitting or on nothing. */
  readonly dossierId: string | null
  readonly isSealed: boolean
  /** What it proves, in the words of the rating scheme. */
  readonly evidenceKind: string | null
  readonly position: number
  readonly name: string
  readonly originalName: string
  readonly sha256: string
  readonly octets: number
  readonly mediaType: string
}

const COLUMNS = `id, activity_id AS activityId, dossier_id AS dossierId, is_sealed AS isSealed, evidence_kind AS evidenceKind, position, name,
  original_name AS originalName, sha256, octets, media_type AS mediaType`

type AttachmentRow = Omit<StoredAttachment, 'isSealed'> & { readonly isSealed: number }
const attachmentOf = (row: AttachmentRow): StoredAttachment => ({ ...row, isSealed: row.isSealed === 1 })

export function selectAttachment(db: Database, id: string): StoredAttachment | undefined {
  const row = db.get<AttachmentRow>(`SELECT ${COLUMNS} FROM attachment WHERE id = ?`, id)
  return row && attachmentOf(row)
}

/** Attachments of a sitting or of a dated record, in order. */
export function selectAttachments(db: Database, ownerId: string): StoredAttachment[] {
  return db
    .all<AttachmentRow>(
      `SELECT ${COLUMNS} FROM attachment WHERE activity_id = ? OR dossier_id = ? ORDER BY position, id`,
      ownerId,
      ownerId,
    )
    .map(attachmentOf)
}

/** Every attachment, also those taken off their sitting. */
export function selectEveryAttachment(db: Database): StoredAttachment[] {
  return db.all<AttachmentRow>(`SELECT ${COLUMNS} FROM attachment ORDER BY id`).map(attachmentOf)
}

export function putAttachment(rows: RowWriter, branchId: string, attachment: StoredAttachment): void {
  rows.put('attachment', {
    id: attachment.id,
    branch_id: branchId,
    activity_id: attachment.activityId,
    dossier_id: attachment.dossierId,
    is_sealed: attachment.isSealed ? 1 : 0,
    evidence_kind: attachment.evidenceKind,
    position: attachment.position,
    name: attachment.name,
    original_name: attachment.originalName,
    sha256: attachment.sha256,
    octets: attachment.octets,
    media_type: attachment.mediaType,
  })
}

export function refOf(attachment: StoredAttachment): AttachmentRef {
  const { id, name, octets, sha256, mediaType, isSealed } = attachment
  return { id, name, octets, sha256, mediaType, ...(isSealed ? { isSealed } : {}) }
}

/** Whether there is such a sitting to hang something on. */
export const hasActivity = (db: Database, id: string): boolean => db.get('SELECT id FROM activity WHERE id = ?', id) !== undefined
