import Sqlite from 'better-sqlite3'
import type { Database, SqlValue } from './driver.ts'

/** Pages of one step of a backup: a pause of a few milliseconds, measured at 4 KiB a page. */
const STEP_PAGES = 500

/**
 * Opens a file with better-sqlite3.
 *
 * @throws Error when the running Node lacks Node-API 10: better-sqlite3 13 would end the process without a word.
 */
export function openBetterSqlite(file: string, options: { readonly?: boolean } = {}): Database {
  if (Number(process.versions.napi) < 10) {
    throw new Error(`Node.js ${process.versions.node} is too old for better-sqlite3 13; start the program through npm run`)
  }
  const db = new Sqlite(file, { readonly: options.readonly ?? false, timeout: 0 })
  const statements = new Map<string, Sqlite.Statement>()
  const prepare = (sql: string) => {
    let statement = statements.get(sql)
    if (!statement) {
      statement = db.prepare(sql)
      statements.set(sql, statement)
    }
    return statement
  }
  return {
    all: <T>(sql: string, ...values: readonly SqlValue[]) => prepare(sql).all(...values) as T[],
    get: <T>(sql: string, ...values: readonly SqlValue[]) => prepare(sql).get(...values) as T | undefined,
    run: (sql, ...values) => prepare(sql).run(...values).changes,
    exec: (sql) => {
      db.exec(sql)
    },
    transaction: <T>(work: () => T): T => {
      const result = db.transaction(work)()
      if (result instanceof Promise) throw new TypeError('a transaction must not wait')
      return result
    },
    get isInTransaction() {
      return db.inTransaction
    },
    backup: async (file, onStep) => {
      await db.backup(file, {
        progress: ({ totalPages, remainingPages }) => {
          onStep?.(totalPages - remainingPages, totalPages)
          return STEP_PAGES
        },
      })
    },
    close: () => {
      statements.clear()
      db.close()
    },
  }
}
