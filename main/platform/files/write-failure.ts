import { accessSync, closeSync, constants, existsSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { newId } from '#shared/kernel/ids.ts'
import { removeQuietly } from './durable.ts'

const OCTETS = 8192

/**
 * The system's code for why nothing can be written in `folder` now (`ENOSPC`, `EROFS`, `EACCES`, `EIO` …), or null when it
 * can. SQLite only says that it cannot open its journal or that a call failed: whether the disk is full, write-protected or
 * broken is found by trying, with a file that is gone again.
 *
 * @param file one in it that must be readable and writable itself, where it is there
 */
export function writeFailure(folder: string, file?: string): string | null {
  const probe = join(folder, `.${newId()}.tmp`)
  try {
    if (file !== undefined && existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK)
    const handle = openSync(probe, 'wx', 0o600)
    try {
      writeSync(handle, Buffer.alloc(OCTETS))
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    return null
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'EIO'
  } finally {
    removeQuietly(probe)
  }
}

/** Codes that say too little by themselves. */
const isVague = (code: string) => code.startsWith('SQLITE_CANTOPEN') || /^SQLITE_IOERR_(WRITE|FSYNC|DIR_FSYNC|TRUNCATE)$/.test(code)

/** The code of an error, made exact by `writeFailure` where SQLite's own says too little. '' for what has none. */
export function exactCode(error: unknown, folder: string, file?: string): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return isVague(code) ? (writeFailure(folder, file) ?? code) : code
}
