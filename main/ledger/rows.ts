import type { Database, SqlRow, SqlValue } from '../platform/database/driver.ts'
import type { History } from './history.ts'

/** The tables whose rows travel and are in the history. Anything else is written by its own statements. */
export const recordedTables = [
  'branch',
  'party_group',
  'person',
  'membership',
  'member_interval',
  'activity',
  'part',
  'attendance',
  'resolution',
  'dossier',
  'attachment',
  'explanation',
  'rule_override',
  'reference_table',
  'rating_scheme',
  'assessment',
] as const
export type RecordedTable = (typeof recordedTables)[number]

/** One row as it was and as it is; null where it was not there, or is no more. */
export interface ChangedRow {
  readonly table: RecordedTable
  readonly before: SqlRow | null
  readonly after: SqlRow | null
}

/** Writing rows so that no change escapes the history. Only valid inside `OpenLedger.write`. */
export interface RowWriter {
  readonly db: Database
  /** What this change has put and removed so far. */
  readonly changed: readonly ChangedRow[]
  /** Inserts or replaces the row with this id; a row that is the same as before leaves no trace. */
  put(table: RecordedTable, row: SqlRow & { readonly id: string }): void
  /** Removes a row. */
  remove(table: RecordedTable, id: string): void
}

/** A writer for one named change, such as 「保存会议记录」. */
export function rowWriter(db: Database, history: History, what: string): RowWriter {
  const current = (table: RecordedTable, id: string): SqlRow | null => db.get(`SELECT * FROM ${table} WHERE id = ?`, id) ?? null
  const changed: ChangedRow[] = []
  const note = (table: RecordedTable, rowId: string, before: SqlRow | null, after: SqlRow | null) => {
    history.append({ what, table, rowId, before, after })
    changed.push({ table, before, after })
  }
  return {
    db,
    changed,
    put(table, row) {
      const before = current(table, row.id)
      // Column names come from our own stores, never from users; still quoted, so that a typing error fails loudly.
      const columns = Object.keys(row)
      if (before && columns.every((column) => Object.is(before[column], row[column] as SqlValue))) return
      const names = columns.map((column) => `"${column}"`).join(', ')
      const updates = columns.filter((column) => column !== 'id').map((column) => `"${column}" = excluded."${column}"`)
      db.run(
        `INSERT INTO ${table} (${names}) VALUES (${columns.map(() => '?').join(', ')}) ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}`,
        ...columns.map((column) => row[column] as SqlValue),
      )
      note(table, row.id, before, current(table, row.id))
    },
    remove(table, id) {
      const before = current(table, id)
      if (!before) return
      db.run(`DELETE FROM ${table} WHERE id = ?`, id)
      note(table, id, before, null)
    },
  }
}
