import type { BackupEntry } from '#shared/ledger/backup-schema.ts'
import type { Core } from '../core.ts'
import { makeBackup } from '../ledger/backup/make.ts'
import { entryOf, type RingEntry, ringEntries } from '../ledger/backup/manifest.ts'
import { removeRingEntries } from '../ledger/backup/ring.ts'
import { selectSlots } from '../sealed/slots.ts'

/** Backups of the ring whose sealed texts the present passphrase does not protect. None where there is no passphrase. */
function unprotected(core: Core): RingEntry[] {
  const ledger = core.session.require()
  const setAt = selectSlots(ledger.db)[0]?.setAt
  if (setAt === undefined) return []
  return ringEntries(ledger.directory).filter(({ manifest }) => manifest.lockedSince !== setAt)
}

/** The same as the list of backups shows them. */
export const earlierBackups = (core: Core): BackupEntry[] => unprotected(core).map(entryOf)

/**
 * Removes earlier backups for good. A backup of today is made first, so that never none is left.
 *
 * @param ids those that were shown; others stay
 * @throws AppError LEDGER_NO_SPACE, BACKUP_FAILED
 */
export async function removeEarlierBackups(core: Core, ids: readonly string[]): Promise<number> {
  const ledger = core.session.require()
  const { clock, programVersion } = core
  await makeBackup(ledger, { reason: 'close', clock, programVersion })
  const leaving = unprotected(core).filter(({ id }) => ids.includes(id))
  removeRingEntries(ledger.directory, leaving)
  return leaving.length
}
