import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '#shared/kernel/errors.ts'
import { newId } from '#shared/kernel/ids.ts'
import type { RestoreResult } from '#shared/ledger/backup-schema.ts'
import type { LedgerState } from '#shared/ledger/schema.ts'
import { ledgerStateCodes } from '#shared/ledger/state-codes.ts'
import type { Core } from '../../core.ts'
import { sha256OfFile } from '../../platform/files/content-store.ts'
import { flushFile, flushFolder, remove, removeQuietly } from '../../platform/files/durable.ts'
import type { TaskControl } from '../../platform/tasks/task-events.ts'
import { contentPath, copyContent } from './contents.ts'
import type { LedgerContents } from './inspect.ts'
import { makeBackup } from './make.ts'
import { ringEntries } from './manifest.ts'
import { replaceLedger, stagedPrefix } from './pending.ts'
import { ledgerFile, ringAttachments, ringFolder, sideFiles } from './places.ts'
import { findSource, type RestoreSource, stageSource } from './source.ts'
import { freeName, stamp } from './write.ts'

/** A backup of the ring by its id, as it was listed. @throws AppError BACKUP_NOT_FOUND */
export function ringPath(directory: string, id: string): string {
  const found = ringEntries(directory).find((entry) => entry.id === id)
  if (!found) throw new AppError('BACKUP_NOT_FOUND', { path: ringFolder(directory) })
  return found.path
}

/** Copies a file as it is; one with places that can no longer be read gets a second name, under which it stays. */
function keepFile(file: string, target: string): void {
  try {
    copyFileSync(file, target)
    flushFile(target)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EIO')) throw error
    remove(target)
    linkSync(file, target)
  }
}

/** Keeps a ledger that cannot be opened, its side files with it, under a dated name. Copies: the original stays till the end. */
function keepAsIs(directory: string, state: LedgerState, now: Date): string | null {
  const file = ledgerFile(directory)
  if (!existsSync(file)) return null
  const word = state === 'migrationFailed' ? 'unmigrated' : 'damaged'
  const kept = join(directory, freeName(directory, `${word}-${stamp(now)}`))
  mkdirSync(kept)
  for (const ending of ['', ...sideFiles]) {
    if (!existsSync(`${file}${ending}`)) continue
    keepFile(`${file}${ending}`, join(kept, `ledger.sqlite${ending}`))
  }
  flushFolder(kept)
  flushFolder(directory)
  return kept
}

/** Brings every attachment that the restored ledger names; answers the names of those that nobody has. */
async function bringAttachments(
  directory: string,
  source: RestoreSource,
  contents: LedgerContents,
  { signal, onProgress }: TaskControl,
): Promise<string[]> {
  const own = join(directory, 'attachments')
  const from = [...source.contents, ringAttachments(directory)]
  const missing: string[] = []
  for (const [index, { sha256, name }] of contents.attachments.entries()) {
    signal.throwIfAborted()
    onProgress({ phase: 'attachments', done: index, total: contents.attachments.length })
    const target = contentPath(own, sha256)
    if (existsSync(target) && (await sha256OfFile(target, signal)) === sha256) continue
    let isBrought = false
    for (const folder of from) {
      if (folder === own || isBrought) continue
      isBrought = await copyContent(folder, own, sha256, signal)
    }
    if (!isBrought) missing.push(name)
  }
  if (existsSync(own)) flushFolder(own)
  return missing
}

/** What a restore that was cut off has staged; a note that is to be carried out has been by then. */
function removeStaged(directory: string): void {
  if (!existsSync(directory)) return
  for (const name of readdirSync(directory)) if (name.startsWith(stagedPrefix)) remove(join(directory, name))
}

/** Stops at which the ledger that is there may give way to a backup; the others say that it is somebody's, or sound. */
const replaceable: ReadonlySet<LedgerState> = new Set(['damaged', 'diskError', 'migrationFailed'])

function refuseUnlessReplaceable(core: Core): void {
  const { state, directory, detail } = core.session.open()
  if (state === 'open' || state === 'notFound' || replaceable.has(state)) return
  throw new AppError(ledgerStateCodes[state], { path: directory, ...detail })
}

function isSameFile(one: string, other: string): boolean {
  const stats = [one, other].map((file) => statSync(file, { throwIfNoEntry: false, bigint: true }))
  return stats[0] !== undefined && stats[0].ino === stats[1]?.ino && stats[0].dev === stats[1]?.dev
}

/** Keeps the current ledger: as a backup of the ring where it can be opened, as it is where not. */
async function keepCurrent(core: Core, control: TaskControl): Promise<string | null> {
  if (core.session.status().state === 'open') {
    const { clock, programVersion } = core
    const { path } = await makeBackup(core.session.requireLocked(), { reason: 'restore', clock, programVersion, control })
    core.session.close()
    return path
  }
  const { state } = core.session.status()
  core.session.close()
  // Nothing there, or a ledger whose making was cut off before its branch was in it.
  if (state === 'notFound') return null
  return keepAsIs(core.session.directory, state, core.clock.now())
}

/**
 * Puts the ledger of a backup in the place of the current one, also into a missing or empty data folder. Everything is
 * checked on a copy before the current ledger is touched, the current one is kept first, and the exchange itself is one
 * step: after a power cut the one or the other is there, whole.
 *
 * @throws AppError BACKUP_NOT_FOUND, BACKUP_DAMAGED, LEDGER_FOREIGN, LEDGER_NEWER, LEDGER_IN_USE, LEDGER_READ_ONLY,
 *   LEDGER_NO_SPACE, CANCELLED
 */
export async function restoreBackup(core: Core, path: string, control: TaskControl): Promise<RestoreResult> {
  const directory = core.session.directory
  const staged = join(directory, `${stagedPrefix}${newId()}`)
  try {
    const source = findSource(path)
    // The ledger itself is no backup, and must not be read beside SQLite (`held-file.ts`).
    if (isSameFile(source.file, ledgerFile(directory))) throw new AppError('BACKUP_NOT_FOUND', { path })
    refuseUnlessReplaceable(core)
    mkdirSync(directory, { recursive: true })
    removeStaged(directory)
    control.onProgress({ phase: 'check', done: 0, total: 1 })
    const contents = stageSource(source, staged)
    for (const ending of sideFiles) remove(`${staged}${ending}`)
    const missing = await bringAttachments(directory, source, contents, control)
    control.signal.throwIfAborted()
    const keptAs = await keepCurrent(core, control)
    control.signal.throwIfAborted()
    replaceLedger(directory, staged)
    flushFolder(dirname(directory))
    core.session.open()
    return {
      madeAt: source.manifest?.madeAt ?? null,
      activities: contents.counts['activity'] ?? 0,
      members: contents.counts['person'] ?? 0,
      missing,
      keptAs,
    }
  } catch (error) {
    removeQuietly(staged)
    if (core.session.status().state !== 'open') core.session.open()
    if (control.signal.aborted) throw new AppError('CANCELLED', {}, { cause: error })
    // A stick that was pulled out while it was being read.
    if (!(error instanceof AppError) && !existsSync(path)) throw new AppError('BACKUP_NOT_FOUND', { path }, { cause: error })
    throw core.session.failure(error)
  }
}
