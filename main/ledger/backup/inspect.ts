import { AppError } from '#shared/kernel/errors.ts'
import type { Counts } from '#shared/ledger/backup-schema.ts'
import { openBetterSqlite } from '../../platform/database/better-sqlite.ts'
import { isDeviceFault } from '../../platform/database/device-fault.ts'
import type { Database } from '../../platform/database/driver.ts'
import { corruption, integrityProblems, isCorrupt, isDeviceError } from '../../platform/database/integrity.ts'
import { schemaDifferences } from '../../platform/database/known-schema.ts'
import { schemaVersion } from '../../platform/database/migrations.ts'
import { identify } from '../../platform/database/open.ts'
import { selectSlots } from '../../sealed/slots.ts'

/** What a sound ledger file says about itself. */
export interface LedgerContents {
  readonly schemaVersion: number
  readonly deviceId: string
  readonly branch: { readonly id: string; readonly name: string }
  readonly head: { readonly seq: number; readonly hash: string }
  readonly counts: Counts
  /** When its passphrase was set; null without one. */
  readonly lockedSince: string | null
  readonly attachments: readonly { readonly sha256: string; readonly octets: number; readonly name: string }[]
}

/** Rows of every ordinary table. */
export function countRows(db: Database): Counts {
  const tables = db.all<{ name: string }>(
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
  )
  return Object.fromEntries(
    tables.map(({ name }) => [name, db.get<{ n: number }>(`SELECT count(*) AS n FROM "${name}"`)?.n ?? 0] as const),
  )
}

function contentsOf(db: Database, version: number): LedgerContents {
  const deviceId = db.get<{ value: string }>("SELECT value FROM installation WHERE key = 'device_id'")?.value ?? ''
  return {
    schemaVersion: version,
    deviceId,
    branch: db.get<{ id: string; name: string }>('SELECT id, short_name AS name FROM branch LIMIT 1') ?? { id: '', name: '' },
    head: db.get<{ seq: number; hash: string }>(
      'SELECT seq, hash FROM history WHERE device_id = ? ORDER BY seq DESC LIMIT 1',
      deviceId,
    ) ?? { seq: 0, hash: '' },
    counts: countRows(db),
    // Key slots came with version 4.
    lockedSince: version < 4 ? null : (selectSlots(db)[0]?.setAt ?? null),
    attachments: db.all('SELECT sha256, max(octets) AS octets, min(name) AS name FROM attachment GROUP BY sha256 ORDER BY sha256'),
  }
}

/**
 * Opens a ledger file only to read it, and checks all of it: whose it is, the version, the schema, SQLite's own integrity.
 * Nothing is written to it or beside it. A reference broken by hand is the self-check's matter: a copy of such a ledger
 * is better than none.
 *
 * @throws AppError LEDGER_FOREIGN, LEDGER_NEWER, BACKUP_DAMAGED; what SQLite says of a device that errs, as it is
 */
export function inspectLedgerFile(file: string, shownAs = file): LedgerContents {
  const identity = identify(file)
  if (identity.kind === 'absent') throw new AppError('BACKUP_NOT_FOUND', { path: shownAs })
  if (identity.kind === 'empty') throw new AppError('BACKUP_DAMAGED', { path: shownAs, reason: 'empty' })
  if (identity.kind !== 'ledger') throw new AppError('LEDGER_FOREIGN', { path: shownAs })
  const { version } = identity
  if (version > schemaVersion) throw new AppError('LEDGER_NEWER', { path: shownAs, version, known: schemaVersion })
  try {
    const db = openBetterSqlite(file, { readonly: true })
    try {
      db.exec('PRAGMA trusted_schema=OFF')
      db.exec('PRAGMA cell_size_check=ON')
      const different = schemaDifferences(db, version)
      if (different.length > 0) throw new AppError('LEDGER_FOREIGN', { path: shownAs, reason: different.slice(0, 3).join(', ') })
      const [problem] = integrityProblems(db)
      if (problem !== undefined) throw corruption(problem)
      return contentsOf(db, version)
    } finally {
      db.close()
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (isCorrupt(code) && isDeviceFault(file)) throw Object.assign(error as Error, { code: 'EIO' })
    const isSqlite = code.startsWith('SQLITE_') && !isDeviceError(code)
    throw isSqlite ? new AppError('BACKUP_DAMAGED', { path: shownAs, reason: (error as Error).message }, { cause: error }) : error
  }
}
