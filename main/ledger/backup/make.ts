import { existsSync, realpathSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { AppError } from '#shared/kernel/errors.ts'
import type { BackupReason, BackupResult } from '#shared/ledger/backup-schema.ts'
import { safeName } from '#shared/packs/names.ts'
import type { Clock } from '../../platform/clock.ts'
import { sha256OfFile } from '../../platform/files/content-store.ts'
import { flushFolder, removeQuietly } from '../../platform/files/durable.ts'
import { exactCode } from '../../platform/files/write-failure.ts'
import type { TaskControl } from '../../platform/tasks/task-events.ts'
import type { OpenLedger } from '../open-ledger.ts'
import { contentPath, copyContent, hasContent } from './contents.ts'
import type { LedgerContents } from './inspect.ts'
import { backupLedgerName, ringAttachments, ringFolder } from './places.ts'
import { removeUnfinished, rotateRing } from './ring.ts'
import { assertHead, beginEntry, checkCopy, describe, publish, stamp } from './write.ts'

export interface BackupOptions {
  readonly reason: BackupReason
  readonly clock: Clock
  readonly programVersion: string
  /** Folder on another disk; the ring of the data folder when it is left out. */
  readonly outside?: string
  readonly control?: TaskControl
}

const quiet: TaskControl = { signal: new AbortController().signal, onProgress: () => {} }

/** What the system says of a full or vanished target, as an expected failure. */
function failure(error: unknown, path: string, isOutside: boolean, signal: AbortSignal): unknown {
  // What was written is not there any more: the stick has been pulled out.
  if (error instanceof AppError && error.code === 'BACKUP_NOT_FOUND' && isOutside)
    return new AppError('TARGET_NOT_WRITABLE', { path, reason: 'ENOENT' }, { cause: error })
  if (error instanceof AppError) return error
  if (signal.aborted) return new AppError('CANCELLED', {}, { cause: error })
  const code = exactCode(error, path)
  if (/^(ENOSPC|EDQUOT|SQLITE_FULL)/.test(code))
    return new AppError(isOutside ? 'TARGET_NO_SPACE' : 'LEDGER_NO_SPACE', { path }, { cause: error })
  if (/^(EACCES|EPERM|EROFS|ENOENT|ENOTDIR|SQLITE_READONLY)/.test(code))
    return new AppError(isOutside ? 'TARGET_NOT_WRITABLE' : 'LEDGER_READ_ONLY', { path, reason: code }, { cause: error })
  if (/^(E[A-Z]+|SQLITE_\w+)$/.test(code)) return new AppError('BACKUP_FAILED', { path, reason: code }, { cause: error })
  return error
}

/** Whether a folder that is there is the data folder or lies in it, also by way of a link: a backup there would be lost with it. */
function isInside(directory: string, folder: string): boolean {
  if (!existsSync(folder)) return false
  const steps = relative(realpathSync(directory), realpathSync(folder)).split(sep)
  return steps[0] !== '..' && !/^[A-Za-z]:$/.test(steps[0] ?? '')
}

/** Copies what the copied ledger names; answers the names of what is missing or no longer what was stored. */
async function copyAttachments(
  contents: LedgerContents,
  from: string,
  to: string,
  { signal, onProgress }: TaskControl,
): Promise<{ readonly sha256: string; readonly name: string }[]> {
  const missing: { sha256: string; name: string }[] = []
  for (const [index, { sha256, octets, name }] of contents.attachments.entries()) {
    signal.throwIfAborted()
    onProgress({ phase: 'attachments', done: index, total: contents.attachments.length })
    if (hasContent(to, sha256, octets)) continue
    if (!(await copyContent(from, to, sha256, signal))) missing.push({ sha256, name })
  }
  return missing
}

/** Reads back what was written on another disk. @throws AppError BACKUP_FAILED */
async function readBack(
  working: string,
  contents: LedgerContents,
  missing: ReadonlySet<string>,
  { signal, onProgress }: TaskControl,
) {
  const written = contents.attachments.filter(({ sha256 }) => !missing.has(sha256))
  for (const [index, { sha256, name }] of written.entries()) {
    onProgress({ phase: 'readBack', done: index, total: written.length })
    if ((await sha256OfFile(contentPath(join(working, 'attachments'), sha256), signal)) !== sha256)
      throw new AppError('BACKUP_FAILED', { path: name, reason: 'readBack' })
  }
}

/**
 * Makes a backup of an open ledger: the database in small steps, then the attachments that it names; opened again, checked
 * and counted, and only then given its name. Outside the data folder it is complete in itself and is exactly one new folder.
 *
 * @throws AppError LEDGER_NO_SPACE, LEDGER_READ_ONLY, TARGET_NO_SPACE, TARGET_NOT_WRITABLE, TARGET_IN_LEDGER, BACKUP_DAMAGED, BACKUP_FAILED, CANCELLED
 */
export function makeBackup(ledger: OpenLedger, options: BackupOptions): Promise<BackupResult> {
  // One at a time: each begins by clearing away what an unfinished one has left.
  const turn = last.then(() => makeInTurn(ledger, options))
  last = turn.catch(() => undefined)
  return turn
}

let last: Promise<unknown> = Promise.resolve()

async function makeInTurn(ledger: OpenLedger, options: BackupOptions): Promise<BackupResult> {
  const { reason, clock, outside, control = quiet } = options
  const isOutside = outside !== undefined
  const now = clock.now()
  const parent = outside ?? ringFolder(ledger.directory)
  let working: string | null = null
  if (isOutside && isInside(ledger.directory, outside)) throw new AppError('TARGET_IN_LEDGER', { path: outside })
  try {
    if (!isOutside) removeUnfinished(ledger.directory)
    const branchName = ledger.db.get<{ name: string }>('SELECT short_name AS name FROM branch LIMIT 1')?.name ?? ''
    const name = isOutside ? safeName(`支部手册备份_${branchName}_${stamp(now)}`) : `${stamp(now)}-${reason}`
    const begun = beginEntry(parent, name)
    working = begun.working
    const head = ledger.history.head()
    // Taken before the copy: a change made meanwhile makes the next backup due.
    const changes = ledger.changes()
    await ledger.db.backup(join(working, backupLedgerName), (done, total) => {
      control.signal.throwIfAborted()
      control.onProgress({ phase: 'database', done, total })
    })
    const contents = checkCopy(working, begun.path)
    assertHead(contents, head, begun.path)
    const store = isOutside ? join(working, 'attachments') : ringAttachments(ledger.directory)
    const missing = await copyAttachments(contents, join(ledger.directory, 'attachments'), store, control)
    if (existsSync(store)) flushFolder(store)
    const missingHashes = new Set(missing.map(({ sha256 }) => sha256))
    if (isOutside) await readBack(working, contents, missingHashes, control)
    const manifest = describe(working, contents, {
      reason,
      now,
      programVersion: options.programVersion,
      changeCounter: ledger.changeCounter(),
      missing: [...missingHashes],
      directory: ledger.directory,
    })
    control.signal.throwIfAborted()
    publish(working, begun.path, manifest)
    working = null
    if (isOutside) ledger.noteOutsideBackup(now)
    else {
      ledger.noteBackup(changes)
      rotateRing(ledger.directory, now)
    }
    return {
      path: begun.path,
      octets: manifest.ledger.octets + manifest.attachments.reduce((sum, { octets }) => sum + octets, 0),
      attachments: manifest.attachments.length,
      missing: missing.map((attachment) => attachment.name),
    }
  } catch (error) {
    if (working !== null) removeQuietly(working)
    throw failure(error, isOutside ? parent : ledger.directory, isOutside, control.signal)
  }
}
