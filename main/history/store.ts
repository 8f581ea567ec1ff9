import type { Purpose } from '#shared/activities/schema.ts'
import type { BinLine } from '#shared/history/schema.ts'
import type { Database } from '../platform/database/driver.ts'

/** One entry of the chain with what it keeps of its row. */
export interface StoredEntry {
  readonly deviceId: string
  readonly seq: number
  readonly at: string
  readonly who: string
  readonly what: string
  readonly tableName: string
  readonly rowId: string
  /** JSON of the row, or null. */
  readonly before: string | null
  readonly after: string | null
}

const COLUMNS = `h.device_id AS deviceId, h.seq, h.at, h.who, h.what, h.table_name AS tableName, h.row_id AS rowId`
// In the order of the chain, also where the clock was set back: an entry is never older than those of its installation before it.
const AT = `max(h.at) OVER (PARTITION BY h.device_id ORDER BY h.seq)`
const JOINED = `history h LEFT JOIN history_payload p ON p.device_id = h.device_id AND p.seq = h.seq`

/**
 * Entries of a sitting or a person and of all rows that ever belonged to it, oldest first. What belonged is read from the
 * kept rows, because those removed are in no table any more.
 */
export function selectEntriesOf(db: Database, id: string): StoredEntry[] {
  return db.all<StoredEntry>(
    `WITH parts (id) AS (
       SELECT DISTINCT h.row_id FROM ${JOINED}
        WHERE h.table_name = 'part' AND ? IN (p.before ->> 'activity_id', p.after ->> 'activity_id')
     )
     SELECT ${COLUMNS}, p.before, p.after FROM ${JOINED}
      WHERE (h.table_name IN ('activity', 'person', 'dossier') AND h.row_id = ?)
         OR (h.table_name = 'part' AND h.row_id IN (SELECT id FROM parts))
         OR (h.table_name IN ('attendance', 'resolution')
             AND coalesce(p.after ->> 'part_id', p.before ->> 'part_id') IN (SELECT id FROM parts))
         OR (h.table_name = 'attachment'
             AND ? IN (p.before ->> 'activity_id', p.after ->> 'activity_id', p.before ->> 'dossier_id', p.after ->> 'dossier_id'))
         OR (h.table_name IN ('membership', 'member_interval') AND coalesce(p.after ->> 'person_id', p.before ->> 'person_id') = ?)
      ORDER BY ${AT}, h.device_id, h.seq`,
    id,
    id,
    id,
    id,
  )
}

/** The newest entries of the whole ledger without their rows, newest first. */
export function selectNewest(db: Database, limit: number): Omit<StoredEntry, 'before' | 'after'>[] {
  return db.all(`SELECT ${COLUMNS} FROM history h ORDER BY ${AT} DESC, h.device_id, h.seq DESC LIMIT ?`, limit)
}

export interface RecordName {
  readonly id: string
  readonly kind: 'activity' | 'person' | 'dossier'
  readonly title: string
  readonly date: string
}

/** What a sitting or a person is called now. */
export function selectRecordName(db: Database, id: string): RecordName | undefined {
  return db.get<RecordName>(
    `SELECT a.id, 'activity' AS kind, p.title, a.date FROM activity a JOIN part p ON p.activity_id = a.id AND p.position = 0 WHERE a.id = ?
     UNION ALL SELECT id, 'person' AS kind, name AS title, '' AS date FROM person WHERE id = ?
     UNION ALL SELECT id, 'dossier' AS kind, title, date FROM dossier WHERE id = ?`,
    id,
    id,
    id,
  )
}

/** The name of a group. */
export function selectGroupName(db: Database, id: string): string | undefined {
  return db.get<{ name: string }>('SELECT name FROM party_group WHERE id = ?', id)?.name
}

/** Sittings and dated records in the bin, the last one removed first. */
export function selectBin(db: Database): BinLine[] {
  return db
    .all<Omit<BinLine, 'purposes'> & { purposes: string | null }>(
      `SELECT a.id, a.date, p.title, NULL AS dossierKind, a.deleted_at AS removedAt,
              (SELECT group_concat(q.purpose, ',') FROM (SELECT purpose FROM part WHERE activity_id = a.id ORDER BY position) q) AS purposes
         FROM activity a JOIN part p ON p.activity_id = a.id AND p.position = 0
        WHERE a.deleted_at IS NOT NULL
       UNION ALL
       SELECT id, date, title, kind AS dossierKind, deleted_at AS removedAt, NULL AS purposes FROM dossier WHERE deleted_at IS NOT NULL
        ORDER BY removedAt DESC, id`,
    )
    .map((row) => ({ ...row, purposes: (row.purposes?.split(',') ?? []) as Purpose[] }))
}
