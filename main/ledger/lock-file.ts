import { readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { removeQuietly } from '../platform/files/durable.ts'

/**
 * The lock that holds is SQLite's exclusive one; this file only says who has it, so that the message can.
 */
export interface LockHolder {
  readonly pid: number
  readonly host: string
  readonly since: string
}

const lockPath = (directory: string) => join(directory, 'lock')

/** Who had the ledger last, or null when nobody wrote it down. */
export function readLock(directory: string): LockHolder | null {
  try {
    const parsed: unknown = JSON.parse(readFileSync(lockPath(directory), 'utf8'))
    if (typeof parsed !== 'object' || parsed === null) return null
    const { pid, host, since } = parsed as Record<string, unknown>
    return typeof pid === 'number' && typeof host === 'string' && typeof since === 'string' ? { pid, host, since } : null
  } catch {
    return null
  }
}

/** Writes this process down as the holder. */
export function writeLock(directory: string, now: Date): void {
  const holder: LockHolder = { pid: process.pid, host: hostname(), since: now.toISOString() }
  writeFileSync(lockPath(directory), JSON.stringify(holder), { mode: 0o600 })
}

/** Where it cannot be removed the next start takes the closing for an unclean one, and looks at everything. */
export function removeLock(directory: string): void {
  removeQuietly(lockPath(directory))
}
