import { closeSync, existsSync, fsyncSync, mkdirSync, mkdtempSync, openSync, renameSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError } from '#shared/kernel/errors.ts'
import type { SalvageResult } from '#shared/ledger/backup-schema.ts'
import type { Core } from '../../core.ts'
import { openBetterSqlite } from '../../platform/database/better-sqlite.ts'
import type { Database, SqlRow } from '../../platform/database/driver.ts'
import { knownSchema } from '../../platform/database/known-schema.ts'
import { schemaVersion } from '../../platform/database/migrations.ts'
import { copyReadable } from '../../platform/files/copy-readable.ts'
import { flushFolder, removeQuietly } from '../../platform/files/durable.ts'
import { writeFailure } from '../../platform/files/write-failure.ts'
import type { TaskControl } from '../../platform/tasks/task-events.ts'
import { ledgerFile, sideFiles, unfinished } from './places.ts'
import { freeName, stamp } from './write.ts'

/** Rows between two readable ones that are tried one by one. */
const MAX_GAP = 20_000

type Numbered = SqlRow & { readonly salvage_rowid: number }

/** Every row of a table that can still be read: from the front, from the back, and one by one what lies between. */
function readableRows(db: Database, table: string, take: (row: SqlRow) => void): boolean {
  const given = new Set<number>()
  const give = ({ salvage_rowid: rowid, ...row }: Numbered) => {
    if (given.has(rowid)) return
    given.add(rowid)
    take(row)
  }
  const walk = (sql: string, start: number): number | null => {
    let at = start
    try {
      for (;;) {
        const row = db.get<Numbered>(sql, at)
        if (!row) return null
        give(row)
        at = row.salvage_rowid
      }
    } catch {
      return at
    }
  }
  const select = `SELECT rowid AS salvage_rowid, * FROM "${table}"`
  const front = walk(`${select} WHERE rowid > ? ORDER BY rowid LIMIT 1`, Number.MIN_SAFE_INTEGER)
  if (front === null) return true
  const back = walk(`${select} WHERE rowid < ? ORDER BY rowid DESC LIMIT 1`, Number.MAX_SAFE_INTEGER)
  const from = Math.max(front, 0)
  const to = Math.min(back ?? from, from + MAX_GAP)
  for (let rowid = from + 1; rowid < to; rowid++) {
    try {
      const row = db.get<Numbered>(`${select} WHERE rowid = ?`, rowid)
      if (row) give(row)
    } catch {
      // This one is lost; the next may not be.
    }
  }
  return false
}

/** Tables without row numbers are read by their key until the damage. */
function rowsByKey(db: Database, table: string, take: (row: SqlRow) => void): boolean {
  try {
    for (const row of db.all(`SELECT * FROM "${table}"`)) take(row)
    return true
  } catch {
    return false
  }
}

const isKeyed = (sql: string | null) => /WITHOUT ROWID\s*$/i.test(sql ?? '')

function writeTable(db: Database, table: string, sql: string | null, file: string): { rows: number; isWhole: boolean } {
  let rows = 0
  const handle = openSync(file, 'wx', 0o600)
  try {
    const take = (row: SqlRow) => {
      writeSync(handle, `${JSON.stringify(row)}\n`)
      rows += 1
    }
    const isWhole = isKeyed(sql) ? rowsByKey(db, table, take) : readableRows(db, table, take)
    fsyncSync(handle)
    return { rows, isWhole }
  } finally {
    closeSync(handle)
  }
}

/** Both places that are written to can fail: the target, and the system's temporary folder. */
function targetFailure(error: unknown, target: string): AppError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const isFull = ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'].includes(code)
  const path = isFull && writeFailure(target) === null ? tmpdir() : target
  return new AppError(isFull ? 'TARGET_NO_SPACE' : 'TARGET_NOT_WRITABLE', { path, reason: code }, { cause: error })
}

/**
 * Writes every row that can still be read of a damaged ledger as JSON lines, one file for each table, into a new folder.
 * The ledger is only read: SQLite works on a copy in the system's temporary folder, which is removed.
 *
 * @throws AppError LEDGER_NOT_FOUND, TARGET_NO_SPACE, TARGET_NOT_WRITABLE, CANCELLED
 */
export async function salvage(core: Core, target: string, control: TaskControl): Promise<SalvageResult> {
  const file = ledgerFile(core.session.directory)
  if (!existsSync(file)) throw new AppError('LEDGER_NOT_FOUND', { path: core.session.directory })
  const work = mkdtempSync(join(tmpdir(), 'branch-handbook-salvage-'))
  const name = freeName(target, `支部手册抢救_${stamp(core.clock.now())}`)
  const writing = join(target, `${name}${unfinished}`)
  try {
    const copy = join(work, 'ledger.sqlite')
    // A ledger that is open is only read through SQLite (`held-file.ts`).
    const open = core.session.status().state === 'open' ? core.session.require() : null
    if (open) await open.db.backup(copy)
    for (const ending of open ? [] : ['', ...sideFiles])
      if (existsSync(`${file}${ending}`)) copyReadable(`${file}${ending}`, `${copy}${ending}`, statSync(`${file}${ending}`).size)
    mkdirSync(writing)
    const tables = knownSchema(schemaVersion).filter(
      ({ type, name: table, sql }) => type === 'table' && sql !== null && !/^search_|^sqlite_/.test(table),
    )
    let rows = 0
    const incomplete: string[] = []
    const db = openBetterSqlite(copy)
    try {
      for (const [index, { name: table, sql }] of tables.entries()) {
        control.signal.throwIfAborted()
        control.onProgress({ phase: 'salvage', done: index, total: tables.length, item: table })
        const written = writeTable(db, table, sql, join(writing, `${table}.jsonl`))
        rows += written.rows
        if (!written.isWhole) incomplete.push(table)
        await new Promise((resolve) => void setImmediate(resolve))
      }
    } finally {
      db.close()
    }
    renameSync(writing, join(target, name))
    flushFolder(target)
    return { path: join(target, name), rows, incomplete }
  } catch (error) {
    removeQuietly(writing)
    if (error instanceof AppError) throw error
    if (control.signal.aborted) throw new AppError('CANCELLED', {}, { cause: error })
    throw targetFailure(error, target)
  } finally {
    removeQuietly(work)
  }
}
