import { AppError } from '#shared/kernel/errors.ts'
import { isDeviceFault } from '../platform/database/device-fault.ts'
import { integrityProblems, isCorrupt, isDeviceError } from '../platform/database/integrity.ts'
import { exactCode } from '../platform/files/write-failure.ts'
import { ledgerFile } from './backup/places.ts'
import { readLock } from './lock-file.ts'
import type { OpenLedger } from './open-ledger.ts'

/** What can be asked about the database of an open ledger. */
type Questioned = Pick<OpenLedger, 'db' | 'isReadable'>

/** `isDeviceFault`, also for a ledger that is open. */
const isOfDevice = (directory: string, open: Questioned | null) =>
  open ? !open.isReadable() || integrityProblems(open.db).length === 0 : isDeviceFault(ledgerFile(directory))

/**
 * Turns what SQLite and the system say into our closed list; anything unknown stays a bug. A device that errs has damaged
 * nothing that anybody knows of: it is told apart from damage, opening or running.
 *
 * @param open the ledger, where it is open: its file must not be opened beside SQLite (`held-file.ts`)
 */
export function openingError(error: unknown, directory: string, open: Questioned | null = null): unknown {
  if (error instanceof AppError) return error
  const code = exactCode(error, directory, ledgerFile(directory))
  const path = directory
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    const holder = readLock(directory)
    return new AppError('LEDGER_IN_USE', { path, host: holder?.host, since: holder?.since, pid: holder?.pid }, { cause: error })
  }
  if (isDeviceError(code) || (isCorrupt(code) && isOfDevice(directory, open)))
    return new AppError('LEDGER_DISK_ERROR', { path, reason: code }, { cause: error })
  if (isCorrupt(code)) return new AppError('LEDGER_DAMAGED', { path, reason: (error as Error).message }, { cause: error })
  if (code.startsWith('SQLITE_READONLY') || ['EACCES', 'EPERM', 'EROFS'].includes(code))
    return new AppError('LEDGER_READ_ONLY', { path }, { cause: error })
  if (['SQLITE_FULL', 'ENOSPC', 'EDQUOT'].includes(code)) return new AppError('LEDGER_NO_SPACE', { path }, { cause: error })
  return error
}
