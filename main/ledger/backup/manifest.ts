import { createHash } from 'node:crypto'
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type BackupEntry, type BackupManifest, backupManifestSchema } from '#shared/ledger/backup-schema.ts'
import { byNewest, type KeepableBackup } from '#shared/ledger/kept-backups.ts'
import { manifestName, ringFolder, unfinished } from './places.ts'

/** SHA-256 of a file in lower-case hex, synchronously: at start-up nothing else is going on. */
export function sha256OfFileSync(file: string): string {
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(1024 * 1024)
  const handle = openSync(file, 'r')
  try {
    for (;;) {
      const length = readSync(handle, buffer, 0, buffer.length, null)
      if (length === 0) return hash.digest('hex')
      hash.update(buffer.subarray(0, length))
    }
  } finally {
    closeSync(handle)
  }
}

/** The manifest of a backup, or null where there is none that can be read. */
export function readManifest(folder: string): BackupManifest | null {
  try {
    const parsed = backupManifestSchema.safeParse(JSON.parse(readFileSync(join(folder, manifestName), 'utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** A finished backup of the ring. */
export interface RingEntry {
  readonly id: string
  readonly path: string
  readonly manifest: BackupManifest
}

/** What the choice of backups to keep needs. */
export const keepable = ({ id, manifest }: RingEntry): KeepableBackup => ({
  id,
  number: manifest.number,
  madeAt: manifest.madeAt,
  reason: manifest.reason,
  schemaVersion: manifest.schemaVersion,
  seq: manifest.head.seq,
})

/** Finished backups of the ring, newest first. Whatever else lies there is passed over. */
export function ringEntries(directory: string): RingEntry[] {
  const ring = ringFolder(directory)
  if (!statSync(ring, { throwIfNoEntry: false })?.isDirectory()) return []
  return readdirSync(ring)
    .filter((id) => !id.endsWith(unfinished))
    .flatMap((id) => {
      const path = join(ring, id)
      const manifest = readManifest(path)
      return manifest ? [{ id, path, manifest }] : []
    })
    .toSorted((a, b) => byNewest(keepable(a), keepable(b)))
}

/** As the list of backups shows it. */
export function entryOf({ id, manifest }: Pick<RingEntry, 'id' | 'manifest'>): BackupEntry {
  const { madeAt, reason, programVersion, schemaVersion, counts, lockedSince, isShrunk } = manifest
  return {
    id,
    madeAt,
    reason,
    programVersion,
    schemaVersion,
    branchName: manifest.branch.name,
    activities: counts['activity'] ?? 0,
    members: counts['person'] ?? 0,
    attachments: manifest.attachments.length,
    octets: manifest.ledger.octets,
    lockedSince,
    isShrunk,
  }
}
