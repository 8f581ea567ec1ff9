import type { RecordedTable } from '../ledger/rows.ts'
import type { Database, SqlRow } from '../platform/database/driver.ts'

/** A row of any recorded table. */
export type Row = SqlRow & { readonly id: string }

/** Attendance of a person, and dated records in which the person takes part. */
export function selectNamedRows(db: Database, personId: string): { readonly attendance: Row[]; readonly dossier: Row[] } {
  return {
    attendance: db.all<Row>('SELECT * FROM attendance WHERE person_id = ? ORDER BY id', personId),
    dossier: db.all<Row>(
      `SELECT * FROM dossier WHERE EXISTS (SELECT 1 FROM json_each(people) WHERE json_extract(value, '$.personId') = ?) ORDER BY id`,
      personId,
    ),
  }
}

/** Rows in which a name stands for itself, without saying who it is: chair, recorder and guests, speakers, lecturer. */
export function selectRowsWithText(db: Database, text: string): { readonly activity: Row[]; readonly part: Row[] } {
  return {
    activity: db.all<Row>(
      'SELECT * FROM activity WHERE instr(chair, ?) OR instr(recorder, ?) OR instr(invitees, ?) OR instr(closing, ?) ORDER BY id',
      text,
      text,
      text,
      text,
    ),
    part: db.all<Row>(
      'SELECT * FROM part WHERE instr(title, ?) OR instr(agenda, ?) OR instr(lecturer, ?) OR instr(topic, ?) ORDER BY id',
      text,
      text,
      text,
      text,
    ),
  }
}

/**
 * Entries of 修改记录 about a row whose content `erasePayloads` would take away.
 *
 * @param isAsItStays the row will not change: its newest entry of `deviceId` then says nothing but what the row says itself
 */
export function countErasable(
  db: Database,
  table: RecordedTable,
  rowId: string,
  { deviceId, isAsItStays }: { readonly deviceId: string; readonly isAsItStays: boolean },
): number {
  const kept = isAsItStays ? newestSeq(db, deviceId, table, rowId) : null
  return (
    db.get<{ n: number }>(
      `SELECT count(*) AS n FROM history h JOIN history_payload p USING (device_id, seq)
        WHERE h.table_name = ? AND h.row_id = ? AND NOT (h.device_id = ? AND h.seq IS ? AND p.before IS NULL)`,
      table,
      rowId,
      deviceId,
      kept,
    )?.n ?? 0
  )
}

/** Number of the newest entry of an installation about a row. */
function newestSeq(db: Database, deviceId: string, table: RecordedTable, rowId: string): number | null {
  const sql = 'SELECT max(seq) AS seq FROM history WHERE device_id = ? AND table_name = ? AND row_id = ?'
  return db.get<{ seq: number | null }>(sql, deviceId, table, rowId)?.seq ?? null
}

/**
 * Erases what 修改记录 holds of a row, but for what the newest entry of this device says it is now. The chain stays whole:
 * it is made of hashes.
 */
export function erasePayloads(db: Database, table: RecordedTable, rowId: string, keep: { readonly deviceId: string }): void {
  const newest = newestSeq(db, keep.deviceId, table, rowId)
  for (const { deviceId, seq } of db.all<{ deviceId: string; seq: number }>(
    'SELECT device_id AS deviceId, seq FROM history WHERE table_name = ? AND row_id = ?',
    table,
    rowId,
  )) {
    if (deviceId === keep.deviceId && seq === newest)
      db.run('UPDATE history_payload SET before = NULL WHERE device_id = ? AND seq = ?', deviceId, seq)
    else db.run('DELETE FROM history_payload WHERE device_id = ? AND seq = ?', deviceId, seq)
  }
}

export function selectErasure(db: Database, personId: string): { readonly at: string } | undefined {
  return db.get<{ at: string }>('SELECT at FROM erasure WHERE person_id = ?', personId)
}

export function countErasures(db: Database): number {
  return db.get<{ n: number }>('SELECT count(*) AS n FROM erasure')?.n ?? 0
}

export function putErasure(db: Database, personId: string, at: string, isRenamed: boolean): void {
  db.run(
    `INSERT INTO erasure (person_id, at, is_renamed) VALUES (?, ?, ?)
     ON CONFLICT (person_id) DO UPDATE SET at = excluded.at, is_renamed = max(is_renamed, excluded.is_renamed)`,
    personId,
    at,
    isRenamed ? 1 : 0,
  )
}
