import type { AttachmentRef } from '#shared/activities/schema.ts'
import type { RowWriter } from '../ledger/rows.ts'
import type { Database } from '../platform/database/driver.ts'

export interface StoredAttachment {
  readonly id: string
  readonly activityId: string | null
  readonly position: number
  readonly name: string
  readonly originalName: string
  readonly sha256: string
  readonly octets: number
  readonly mediaType: string
}

const COLUMNS = `id, activity_id AS activityId, position, name, original_name AS originalName, sha256, octets, media_type AS mediaType`

export function selectAttachment(db: Database, id: string): StoredAttachment | undefined {
  return db.get<StoredAttachment>(`SELECT ${COLUMNS} FROM attachment WHERE id = ?`, id)
}

/** Attachments of a sitting, in order. */
export function selectAttachments(db: Database, activityId: string): StoredAttachment[] {
  return db.all<StoredAttachment>(`SELECT ${COLUMNS} FROM attachment WHERE activity_id = ? ORDER BY position, id`, activityId)
}

/** Every attachment, also those taken off their sitting. */
export function selectEveryAttachment(db: Database): StoredAttachment[] {
  return db.all<StoredAttachment>(`SELECT ${COLUMNS} FROM attachment ORDER BY id`)
}

export function putAttachment(rows: RowWriter, branchId: string, attachment: StoredAttachment): void {
  rows.put('attachment', {
    id: attachment.id,
    branch_id: branchId,
    activity_id: attachment.activityId,
    position: attachment.position,
    name: attachment.name,
    original_name: attachment.originalName,
    sha256: attachment.sha256,
    octets: attachment.octets,
    media_type: attachment.mediaType,
  })
}

export function refOf(attachment: StoredAttachment): AttachmentRef {
  const { id, name, octets, sha256, mediaType } = attachment
  return { id, name, octets, sha256, mediaType }
}
