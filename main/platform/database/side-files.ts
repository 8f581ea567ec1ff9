import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'

// A journal that is left beside a database is played back into it by SQLite, whosever it is: nothing in it names the database. One
// that was copied here with another ledger, or left here when the ledger was replaced by hand, would mix the two.

/** First octets of a rollback journal (SQLite file format §3). */
const MAGIC = Buffer.from('d9d505f920a163d7', 'hex')
const HEADER = 28
const COUNTER = 24
/** Octet of a database's header that says how it is read: 1 with a rollback journal, 2 with a write-ahead log. */
const READ_VERSION = 19

function readAt(handle: number, length: number, at: number): Buffer | null {
  const buffer = Buffer.alloc(length)
  return readSync(handle, buffer, 0, length, at) === length ? buffer : null
}

function withFile<T>(file: string, work: (handle: number, octets: number) => T): T | null {
  if (!existsSync(file)) return null
  const handle = openSync(file, 'r')
  try {
    return work(handle, fstatSync(handle).size)
  } finally {
    closeSync(handle)
  }
}

/**
 * The change counter in page 1 as a rollback journal keeps it, from before the change that was cut off; null where there is no
 * such page in it, or no journal that SQLite would play back.
 */
function journaledCounter(journal: string): number | null {
  return withFile(journal, (handle, octets) => {
    const header = readAt(handle, HEADER, 0)
    if (!header?.subarray(0, MAGIC.length).equals(MAGIC)) return null
    const sectorSize = header.readUInt32BE(20)
    const pageSize = header.readUInt32BE(24)
    if (sectorSize < 32 || pageSize < 512 || pageSize > 65_536) return null
    for (let at = sectorSize; at + pageSize + 8 <= octets; at += pageSize + 8) {
      const number = readAt(handle, 4, at)?.readUInt32BE(0)
      // A second header: what follows belongs to the same change.
      if (number === undefined || number === MAGIC.readUInt32BE(0)) return null
      if (number === 1) return readAt(handle, 4, at + 4 + COUNTER)?.readUInt32BE(0) ?? null
    }
    return null
  })
}

/**
 * The ending of a side file that belongs to another database, or null. SQLite counts up once in a session, so that a journal of
 * this one holds its counter as it is, or one less; and this program never writes a write-ahead log.
 *
 * @param file a database that nobody has open (`held-file.ts`)
 */
export function foreignSideFile(file: string): '-journal' | '-wal' | null {
  const header = withFile(file, (handle) => readAt(handle, 100, 0))
  if (!header) return null
  const hasLog = withFile(`${file}-wal`, (_, octets) => octets > 0) === true
  if (hasLog && header[READ_VERSION] !== 2) return '-wal'
  const before = journaledCounter(`${file}-journal`)
  const counter = header.readUInt32BE(COUNTER)
  return before === null || before === counter || before + 1 === counter ? null : '-journal'
}
