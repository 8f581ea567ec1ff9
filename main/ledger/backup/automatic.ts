import { join } from 'node:path'
import { AppError } from '#shared/kernel/errors.ts'
import { newId } from '#shared/kernel/ids.ts'
import type { BackupReason, Safety } from '#shared/ledger/backup-schema.ts'
import type { Core } from '../../core.ts'
import { writeFileDurably } from '../../platform/files/durable.ts'
import type { OpenLedger } from '../open-ledger.ts'
import { makeBackup } from './make.ts'
import { ringEntries } from './manifest.ts'
import { manifestName } from './places.ts'
import { rotateRing } from './ring.ts'

/** Days after which a backup on another disk is asked for. */
const OUTSIDE_DAYS = 30
const DAY = 24 * 60 * 60 * 1000

const failureKey = 'backup_failure'

function noteFailure(ledger: OpenLedger, code: string | null): void {
  ledger.db.transaction(() => {
    if (code === null) ledger.db.run('DELETE FROM installation WHERE key = ?', failureKey)
    else
      ledger.db.run(
        'INSERT INTO installation (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
        failureKey,
        code,
      )
  })
}

const value = (ledger: OpenLedger, key: string) =>
  ledger.db.get<{ value: string }>('SELECT value FROM installation WHERE key = ?', key)?.value ?? null

/** Makes a backup of the ring if the newest one lacks something. @throws AppError as `makeBackup` */
export async function backupBefore(core: Core, reason: BackupReason): Promise<void> {
  const ledger = core.session.requireLocked()
  if (!ledger.isChangedSinceBackup()) return
  if (value(ledger, failureKey) !== null) noteFailure(ledger, null)
  await makeBackup(ledger, { reason, clock: core.clock, programVersion: core.programVersion })
}

/**
 * The backup on closing. It never stops the closing: a failure is written down and told at the next start, because nobody
 * looks at a window that is about to go.
 */
export async function backupOnClose(core: Core): Promise<void> {
  if (core.session.status().state !== 'open') return
  try {
    await backupBefore(core, 'close')
  } catch (error) {
    const code = error instanceof AppError ? error.code : 'BACKUP_FAILED'
    core.log.error(newId().slice(-12), error)
    try {
      noteFailure(core.session.requireLocked(), code)
    } catch (second) {
      // A full disk has no room for the note either; the log has it.
      core.log.error(newId().slice(-12), second)
    }
  }
}

/** What the top bar says. The 30 days begin with the first backup of all, so that a new ledger is not nagged at once. */
export function readSafety(core: Core): Safety {
  const ledger = core.session.require()
  const entries = ringEntries(ledger.directory)
  const lastOutsideAt = value(ledger, 'last_outside_backup')
  const oldest = entries.at(-1)?.manifest.madeAt ?? null
  const since = lastOutsideAt ?? oldest
  const daysSince = since === null ? 0 : (core.clock.now().getTime() - new Date(since).getTime()) / DAY
  const lastRing = entries[0]?.manifest.madeAt ?? null
  const lastBackupAt =
    [lastRing, lastOutsideAt]
      .filter((at) => at !== null)
      .toSorted()
      .at(-1) ?? null
  return {
    lastBackupAt,
    lastOutsideAt,
    // One of tomorrow was made under a wrong date: nobody knows how long ago, and it must not silence the reminder for years.
    needsOutside: daysSince >= OUTSIDE_DAYS || daysSince < -1,
    isShrunk: entries.some(({ manifest }) => manifest.isShrunk),
    failure: value(ledger, failureKey),
  }
}

/** The user says that a smaller backup is as it should be; from now on the next ones are compared with it. */
export function acceptSmaller(core: Core): Safety {
  const { directory } = core.session.require()
  for (const { path, manifest } of ringEntries(directory)) {
    if (!manifest.isShrunk) continue
    writeFileDurably(join(path, manifestName), `${JSON.stringify({ ...manifest, isShrunk: false }, null, 2)}\n`)
  }
  rotateRing(directory, core.clock.now())
  return readSafety(core)
}
