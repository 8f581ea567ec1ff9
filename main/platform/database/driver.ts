/**
 * The little that the program needs of SQLite. A seam, so that machines for which better-sqlite3 has no binary
 * (LoongArch) can later be served by node:sqlite without touching a store.
 */
export type SqlValue = string | number | bigint | Uint8Array | null
export type SqlRow = Record<string, SqlValue>

export interface Database {
  /** All rows of a query. */
  all<T = SqlRow>(sql: string, ...values: readonly SqlValue[]): T[]
  /** The first row, or undefined. */
  get<T = SqlRow>(sql: string, ...values: readonly SqlValue[]): T | undefined
  /** Runs one statement; answers the number of rows it changed. */
  run(sql: string, ...values: readonly SqlValue[]): number
  /** Runs several statements without values. */
  exec(sql: string): void
  /**
   * Runs `work` in one transaction: all of it or nothing. `work` must be synchronous: a transaction that waits lets
   * another call write into it.
   */
  transaction<T>(work: () => T): T
  readonly isInTransaction: boolean
  /**
   * Copies the database as it is at the end of the copying into a new file, in small steps between which other calls are
   * answered; what is written meanwhile is in the copy. `onStep` may throw to give up. The file is not flushed.
   */
  backup(file: string, onStep?: (done: number, total: number) => void): Promise<void>
  close(): void
}
