import { createHash, randomBytes } from 'node:crypto'
import type { Database, SqlRow } from '../platform/database/driver.ts'

/** What is written down about one changed row. `before` and `after` are null for a new or a removed row. */
export interface HistoryEntry {
  readonly what: string
  readonly table: string
  readonly rowId: string
  readonly before: SqlRow | null
  readonly after: SqlRow | null
}

/** 修改记录: one hash chain for each installation (DESIGN §4). */
export interface History {
  /** Appends one entry; must be called inside the transaction that changes the row. */
  append(entry: HistoryEntry): void
  /** Number and hash of the newest entry: the head that a receipt prints. */
  head(): { readonly seq: number; readonly hash: string }
}

/** Canonical JSON of a row: keys sorted, so that the same row always gives the same hash. */
export function canonicalRow(row: SqlRow | null): string {
  if (row === null) return 'null'
  return JSON.stringify(Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))))
}

/** Hash of a payload. Salted, so that an erased name cannot be found again by trying names. */
export function payloadHash(salt: string, after: string): string {
  return createHash('sha256').update(salt).update('\n').update(after).digest('hex')
}

/** What the hash of an entry is made of: its own fields, the hash of its payload and the hash before it. */
export interface ChainFields {
  readonly deviceId: string
  readonly seq: number
  readonly at: string
  readonly who: string
  readonly what: string
  readonly table: string
  readonly rowId: string
  readonly payloadHash: string
  readonly previousHash: string
}

/** Hash of an entry over its own fields and the hash before it. */
export function entryHash(fields: ChainFields): string {
  const { deviceId, seq, at, who, what, table, rowId } = fields
  return createHash('sha256')
    .update(JSON.stringify([deviceId, seq, at, who, what, table, rowId, fields.payloadHash, fields.previousHash]))
    .digest('hex')
}

/** The history of this installation in an open ledger. */
export function openHistory(db: Database, deviceId: string, now: () => Date): History {
  const head = () =>
    db.get<{ seq: number; hash: string }>(
      'SELECT seq, hash FROM history WHERE device_id = ? ORDER BY seq DESC LIMIT 1',
      deviceId,
    ) ?? {
      seq: 0,
      hash: '',
    }
  return {
    head,
    append(entry) {
      if (!db.isInTransaction) throw new Error('history outside a transaction')
      const previous = head()
      const salt = randomBytes(16).toString('hex')
      const after = canonicalRow(entry.after)
      const fields = {
        deviceId,
        seq: previous.seq + 1,
        at: now().toISOString(),
        // One person at one machine: the name of who works here comes with the lock; until then it is not known.
        who: '',
        what: entry.what,
        table: entry.table,
        rowId: entry.rowId,
        payloadHash: payloadHash(salt, after),
        previousHash: previous.hash,
      }
      db.run(
        'INSERT INTO history (device_id, seq, at, who, what, table_name, row_id, payload_hash, previous_hash, hash) VALUES (?,?,?,?,?,?,?,?,?,?)',
        deviceId,
        fields.seq,
        fields.at,
        fields.who,
        fields.what,
        fields.table,
        fields.rowId,
        fields.payloadHash,
        fields.previousHash,
        entryHash(fields),
      )
      db.run(
        'INSERT INTO history_payload (device_id, seq, salt, before, after) VALUES (?,?,?,?,?)',
        deviceId,
        fields.seq,
        salt,
        entry.before === null ? null : canonicalRow(entry.before),
        entry.after === null ? null : after,
      )
    },
  }
}
