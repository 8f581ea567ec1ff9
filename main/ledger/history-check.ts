import type { Database, SqlRow, SqlValue } from '../platform/database/driver.ts'
import { type ChainFields, canonicalRow, entryHash, payloadHash } from './history.ts'
import { type RecordedTable, recordedTables } from './rows.ts'

interface StoredEntry extends ChainFields {
  readonly hash: string
}

/** Something that an edit past the program has left. */
export interface HistoryFinding {
  readonly kind: 'chainBroken' | 'payloadChanged' | 'rowChanged' | 'rowAdded' | 'rowMissing'
  readonly table: string
  readonly rowId: string
  /** Columns that differ, for a changed row. */
  readonly columns: readonly string[]
  /** The last change that the history knows of it. */
  readonly what: string
  readonly at: string
  readonly seq: number
}

const COLUMNS = `device_id AS deviceId, seq, at, who, what, table_name AS "table", row_id AS rowId,
  payload_hash AS payloadHash, previous_hash AS previousHash, hash`

/**
 * Salt of a payload that is kept here. A link that a pack brought has its salt but neither row (they stay where it was written),
 * so that there is nothing to compare with, as with an erased one; what is written here always has one of the two.
 */
const KEPT_SALT = 'CASE WHEN p.before IS NULL AND p.after IS NULL THEN NULL ELSE p.salt END AS salt'

const isLinked = (entry: StoredEntry, previous: StoredEntry | undefined) =>
  entry.hash === entryHash(entry) && entry.previousHash === (previous?.hash ?? '') && entry.seq === (previous?.seq ?? 0) + 1

/** Checks the newest entry of an installation against itself and the one before it: cheap enough for every start. */
export function isTailSound(db: Database, deviceId: string): boolean {
  const [last, previous] = db.all<StoredEntry>(
    `SELECT ${COLUMNS} FROM history WHERE device_id = ? ORDER BY seq DESC LIMIT 2`,
    deviceId,
  )
  if (last === undefined) return true
  const payload = db.get<{ salt: string; after: string | null }>(
    'SELECT salt, after FROM history_payload WHERE device_id = ? AND seq = ? AND (before IS NOT NULL OR after IS NOT NULL)',
    deviceId,
    last.seq,
  )
  const isPayloadSound = payload === undefined || payloadHash(payload.salt, payload.after ?? 'null') === last.payloadHash
  return isLinked(last, previous) && isPayloadSound
}

const finding = (kind: HistoryFinding['kind'], entry: StoredEntry, columns: readonly string[] = []): HistoryFinding => ({
  kind,
  table: entry.table,
  rowId: entry.rowId,
  columns,
  what: entry.what,
  at: entry.at,
  seq: entry.seq,
})

/** Every chain from its first entry to its head, and every payload that has not been erased. */
function chainFindings(db: Database): HistoryFinding[] {
  const found: HistoryFinding[] = []
  let previous: StoredEntry | undefined
  for (const entry of db.all<StoredEntry & { salt: string | null; after: string | null }>(
    `SELECT ${COLUMNS}, ${KEPT_SALT}, p.after AS after FROM history LEFT JOIN history_payload p USING (device_id, seq)
     ORDER BY device_id, seq`,
  )) {
    if (previous?.deviceId !== entry.deviceId) previous = undefined
    if (!isLinked(entry, previous)) found.push(finding('chainBroken', entry))
    else if (entry.salt !== null && payloadHash(entry.salt, entry.after ?? 'null') !== entry.payloadHash)
      found.push(finding('payloadChanged', entry))
    previous = entry
  }
  return found
}

/** Columns whose value is not that of the payload; a column younger than the payload must have its default. */
function differingColumns(row: SqlRow, payload: SqlRow, defaults: ReadonlyMap<string, SqlValue>): string[] {
  return Object.keys(row).filter((column) => {
    const expected = column in payload ? payload[column] : (defaults.get(column) ?? null)
    return canonicalRow({ value: row[column] ?? null }) !== canonicalRow({ value: expected ?? null })
  })
}

/** Values that columns have in rows made before them, as SQLite works them out. */
function columnDefaults(db: Database, table: RecordedTable): Map<string, SqlValue> {
  const columns = db.all<{ name: string; dflt_value: string | null }>(`SELECT name, dflt_value FROM pragma_table_info('${table}')`)
  return new Map(
    // The text comes from our own migrations: the schema has been compared with them when the file was opened.
    columns.map(({ name, dflt_value: text }) => [
      name,
      text === null ? null : (db.get<{ value: SqlValue }>(`SELECT ${text} AS value`)?.value ?? null),
    ]),
  )
}

function rowFindings(db: Database, table: RecordedTable): HistoryFinding[] {
  const found: HistoryFinding[] = []
  const defaults = columnDefaults(db, table)
  // The last entry of a row: by time, and by number where an entry of the same moment follows.
  const last = new Map<string, StoredEntry & { salt: string | null; after: string | null }>()
  for (const entry of db.all<StoredEntry & { salt: string | null; after: string | null }>(
    `SELECT ${COLUMNS}, ${KEPT_SALT}, p.after AS after FROM history LEFT JOIN history_payload p USING (device_id, seq)
     WHERE table_name = ? ORDER BY device_id, seq`,
    table,
  )) {
    const known = last.get(entry.rowId)
    // Within one chain the number decides, whatever the clock said; between two chains only the clock is left.
    if (!known || known.deviceId === entry.deviceId || known.at <= entry.at) last.set(entry.rowId, entry)
  }
  for (const row of db.all<SqlRow & { id: string }>(`SELECT * FROM ${table} ORDER BY id`)) {
    const entry = last.get(row.id)
    last.delete(row.id)
    if (!entry) {
      found.push({ kind: 'rowAdded', table, rowId: row.id, columns: [], what: '', at: '', seq: 0 })
      continue
    }
    // An erased payload has nothing left to compare with; whether it belongs there is the chain's matter.
    if (entry.salt === null) continue
    if (entry.after === null) {
      found.push(finding('rowAdded', entry))
      continue
    }
    const columns = differingColumns(row, JSON.parse(entry.after) as SqlRow, defaults)
    if (columns.length > 0) found.push(finding('rowChanged', entry, columns))
  }
  for (const entry of last.values()) if (entry.after !== null) found.push(finding('rowMissing', entry))
  return found
}

/** The whole self-check of 修改记录: chains, payloads, and every row against its last entry. Only reads. */
export function historyFindings(db: Database): HistoryFinding[] {
  return [...chainFindings(db), ...recordedTables.flatMap((table) => rowFindings(db, table))]
}
