import { join } from 'node:path'

/** The database of a data folder. */
export const ledgerFile = (directory: string) => join(directory, backupLedgerName)

/** Ring of backups inside the data folder. */
export const ringFolder = (directory: string) => join(directory, 'backups')
/** Attachments of all backups of the ring, each content once. */
export const ringAttachments = (directory: string) => join(ringFolder(directory), 'attachments')

/** Names inside a backup, the same as those of a data folder. */
export const backupLedgerName = 'ledger.sqlite'
export const manifestName = 'backup.json'
/** Ending of a folder that is still being written. */
export const unfinished = '.in-progress'

/** Files that SQLite may leave beside a ledger; beside another one they destroy it. */
export const sideFiles = ['-journal', '-wal', '-shm'] as const
