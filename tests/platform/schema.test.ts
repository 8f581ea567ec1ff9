import { describe, expect, test } from 'vitest'
import { ledgerFile } from '#main/ledger/backup/places.ts'
import { recordedTables } from '#main/ledger/rows.ts'
import { schemaVersion } from '#main/platform/database/migrations.ts'
import { applicationId, identify } from '#main/platform/database/open.ts'
import { openTestLedger } from '../helpers/ledger.ts'

interface ColumnInfo {
  name: string
  type: string
  pk: number
}

describe('the schema keeps its conventions', () => {
  test('every table is STRICT', () => {
    const { ledger } = openTestLedger()
    const loose = ledger.db.all<{ name: string }>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
    )
    expect(loose).toEqual([])
  })

  test('every travelling row has an id and a branch', () => {
    const { ledger } = openTestLedger()
    for (const table of recordedTables) {
      const columns = ledger.db.all<ColumnInfo>(`SELECT name, type, pk FROM pragma_table_info('${table}')`)
      expect(
        columns.find((column) => column.name === 'id'),
        table,
      ).toMatchObject({ type: 'TEXT', pk: 1 })
      if (table !== 'branch')
        expect(
          columns.find((column) => column.name === 'branch_id'),
          table,
        ).toMatchObject({ type: 'TEXT' })
    }
  })

  test('every foreign key has an index that begins with it, and the type of what it points to', () => {
    const { ledger } = openTestLedger()
    const tables = ledger.db.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")
    for (const { name } of tables) {
      for (const key of ledger.db.all<{ from: string }>(`SELECT "from" FROM pragma_foreign_key_list('${name}')`)) {
        const indexed = ledger.db
          .all<{ name: string }>(`SELECT name FROM pragma_index_list('${name}')`)
          .flatMap((index) =>
            ledger.db.all<{ name: string; seqno: number }>(`SELECT name, seqno FROM pragma_index_info('${index.name}')`),
          )
          .some((column) => column.name === key.from)
        expect(indexed, `${name}.${key.from}`).toBe(true)
      }
    }
  })

  test('who voted how has no column', () => {
    const { ledger } = openTestLedger()
    const columns = ledger.db
      .all<ColumnInfo>(`SELECT name, type, pk FROM pragma_table_info('attendance')`)
      .map((column) => column.name)
    expect(columns.filter((name) => /for|against|ballot|choice/.test(name))).toEqual([])
  })

  test('the file says whose it is and which version', () => {
    const { ledger } = openTestLedger()
    expect(identify(ledgerFile(ledger.directory))).toMatchObject({ kind: 'ledger', version: schemaVersion })
    expect(ledger.db.get('PRAGMA application_id')).toEqual({ application_id: applicationId })
    expect(ledger.db.get('PRAGMA journal_mode')).toEqual({ journal_mode: 'delete' })
    expect(ledger.db.get('PRAGMA locking_mode')).toEqual({ locking_mode: 'exclusive' })
    expect(ledger.db.get('PRAGMA synchronous')).toEqual({ synchronous: 3 })
    expect(ledger.db.get('PRAGMA foreign_keys')).toEqual({ foreign_keys: 1 })
    expect(ledger.db.get('PRAGMA trusted_schema')).toEqual({ trusted_schema: 0 })
  })
})
