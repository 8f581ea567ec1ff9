import type { Database } from '../platform/database/driver.ts'
import { type ChainFields, entryHash } from './history.ts'

/** One link of the chain of an installation, as it travels: without the rows, with the salt that lets them be checked. */
export interface ChainLink extends ChainFields {
  readonly salt: string | null
  readonly hash: string
}

/** All chains that this ledger holds, by device and number. */
export function readChains(db: Database): ChainLink[] {
  return db.all<ChainLink>(
    `SELECT h.device_id AS deviceId, h.seq, h.at, h.who, h.what, h.table_name AS "table", h.row_id AS rowId, p.salt,
            h.payload_hash AS payloadHash, h.previous_hash AS previousHash, h.hash
       FROM history h LEFT JOIN history_payload p ON p.device_id = h.device_id AND p.seq = h.seq
      ORDER BY h.device_id, h.seq`,
  )
}

/** True when the links of one device run from 1 without a gap, each bound to the one before and to its own fields. */
export function isChain(links: readonly ChainLink[]): boolean {
  let previousHash = ''
  for (const [index, link] of links.entries()) {
    if (link.seq !== index + 1 || link.previousHash !== previousHash || entryHash(link) !== link.hash) return false
    previousHash = link.hash
  }
  return true
}

/**
 * Adds the links that this ledger does not have yet (merging two devices is the union of their chains); inside a transaction.
 * False, and nothing added, when the two differ at a number that both have: one of them was continued from a copy.
 */
export function adoptChain(db: Database, links: readonly ChainLink[]): boolean {
  const own = new Map(
    db
      .all<{ seq: number; hash: string }>('SELECT seq, hash FROM history WHERE device_id = ?', links[0]?.deviceId ?? '')
      .map(({ seq, hash }) => [seq, hash]),
  )
  if (links.some(({ seq, hash }) => own.has(seq) && own.get(seq) !== hash)) return false
  for (const link of links) {
    if (own.has(link.seq)) continue
    db.run(
      'INSERT INTO history (device_id, seq, at, who, what, table_name, row_id, payload_hash, previous_hash, hash) VALUES (?,?,?,?,?,?,?,?,?,?)',
      link.deviceId,
      link.seq,
      link.at,
      link.who,
      link.what,
      link.table,
      link.rowId,
      link.payloadHash,
      link.previousHash,
      link.hash,
    )
    if (link.salt !== null) {
      db.run(
        'INSERT INTO history_payload (device_id, seq, salt, before, after) VALUES (?,?,?,NULL,NULL)',
        link.deviceId,
        link.seq,
        link.salt,
      )
    }
  }
  return true
}
