import { existsSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { keptBackups } from '#shared/ledger/kept-backups.ts'
import { remove } from '../../platform/files/durable.ts'
import { contentPath } from './contents.ts'
import { keepable, type RingEntry, ringEntries } from './manifest.ts'
import { ringAttachments, ringFolder, unfinished } from './places.ts'

/** Removes what a backup left that was cut off; only inside our own ring. */
export function removeUnfinished(directory: string): void {
  const ring = ringFolder(directory)
  if (!existsSync(ring)) return
  for (const name of readdirSync(ring)) if (name.endsWith(unfinished)) remove(join(ring, name))
}

function removeEntry(entry: RingEntry): void {
  // Renamed first: cut off half-way it is a left-over, not a backup without its ledger.
  const leaving = `${entry.path}${unfinished}`
  renameSync(entry.path, leaving)
  remove(leaving)
}

/**
 * Lets go of the backups that `keptBackups` does not keep, and of contents that no backup names any more. Does nothing
 * while the newest is much smaller than the one before: then the old ones may be all there is.
 */
export function rotateRing(directory: string, now: Date): void {
  const entries = ringEntries(directory)
  if (entries.some(({ manifest }) => manifest.isShrunk)) return
  const kept = keptBackups(entries.map(keepable), now)
  removeRingEntries(
    directory,
    entries.filter(({ id }) => !kept.has(id)),
  )
}

/** Removes these backups, and the contents that no other names. */
export function removeRingEntries(directory: string, leaving: readonly RingEntry[]): void {
  if (leaving.length === 0) return
  const gone = new Set(leaving.map(({ id }) => id))
  const named = new Set(
    ringEntries(directory)
      .filter(({ id }) => !gone.has(id))
      .flatMap(({ manifest }) => manifest.attachments.map(({ sha256 }) => sha256)),
  )
  for (const entry of leaving) removeEntry(entry)
  for (const { sha256 } of leaving.flatMap(({ manifest }) => manifest.attachments)) {
    if (!named.has(sha256)) remove(contentPath(ringAttachments(directory), sha256))
  }
}
