import { purposeNumberNames } from '#shared/activities/labels.ts'
import type { Activity, Part } from '#shared/activities/schema.ts'
import { newId } from '#shared/kernel/ids.ts'
import type { RowWriter } from '../ledger/rows.ts'
import { putActivity, putAttendance, putPart, putResolution, selectAttendance, selectParts, selectResolutions } from './store.ts'

/** Year and number of a record number, or null when it is none of this purpose. */
export function parsedRecordNumber({ purpose, recordNumber }: Pick<Part, 'purpose' | 'recordNumber'>) {
  const match = /^(\d{4})-(.+)-(\d{2,6})$/.exec(recordNumber)
  if (!match || match[2] !== purposeNumberNames[purpose]) return null
  return { numberYear: Number(match[1]), number: Number(match[3]) }
}

function clearPart(rows: RowWriter, partId: string): void {
  for (const { id } of selectAttendance(rows.db, partId)) rows.remove('attendance', id)
  for (const { id } of selectResolutions(rows.db, partId)) rows.remove('resolution', id)
}

/**
 * Writes a sitting as another ledger of the same branch has it: revision, numbers, counts and attendance as they are, nothing
 * computed anew. Inside `OpenLedger.write`.
 */
export function takeOverActivity(
  rows: RowWriter,
  branchId: string,
  activity: Activity & { readonly deletedAt: string | null },
): void {
  const { parts, attachments: _attachments, isLate: _isLate, ...stored } = activity
  putActivity(rows, branchId, stored)
  const before = selectParts(rows.db, activity.id)
  for (const part of before) clearPart(rows, part.id)
  for (const { id } of before) if (!parts.some((part) => part.id === id)) rows.remove('part', id)
  for (const [position, whole] of parts.entries()) {
    const { absentees: _absentees, attendance, resolutions, groupName: _group, recordNumber: _number, ...part } = whole
    const numbered = parsedRecordNumber(whole) ?? { numberYear: whole.forYear, number: 0 }
    putPart(rows, branchId, { ...part, ...numbered, activityId: activity.id, position })
    for (const [at, row] of attendance.entries()) {
      putAttendance(rows, branchId, { ...row, id: newId(), partId: part.id, position: at })
    }
    for (const [at, row] of resolutions.entries()) {
      const resolution = { ...row, dueOn: row.dueOn ?? null, doneNote: row.doneNote ?? '' }
      putResolution(rows, branchId, { ...resolution, partId: part.id, position: at })
    }
  }
}
