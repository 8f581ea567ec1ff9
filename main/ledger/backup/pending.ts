import { existsSync, readFileSync, renameSync } from 'node:fs'
import { basename, join } from 'node:path'
import { flushFolder, remove, writeFileDurably } from '../../platform/files/durable.ts'
import { backupLedgerName, sideFiles } from './places.ts'

const noteName = 'restore-pending.json'

/** Begins the name of a checked ledger that is waiting to take the place of the old one. */
export const stagedPrefix = '.restore-'

/**
 * Puts a checked file in the place of the ledger. A power cut between removing the side files of the old ledger and
 * putting the new one there would leave a ledger without its journal: so the intention is written down first, and
 * `finishRestore` carries it out at the next start.
 */
export function replaceLedger(directory: string, staged: string): void {
  writeFileDurably(join(directory, noteName), JSON.stringify({ staged: basename(staged) }))
  finishRestore(directory)
}

function stagedName(note: string): string | null {
  try {
    const parsed: unknown = JSON.parse(readFileSync(note, 'utf8'))
    const name = typeof parsed === 'object' && parsed !== null && 'staged' in parsed ? parsed.staged : null
    return typeof name === 'string' && name === basename(name) && name.startsWith(stagedPrefix) ? name : null
  } catch {
    return null
  }
}

/** Ends a restore that was written down, and does nothing when there is none. */
export function finishRestore(directory: string): void {
  const note = join(directory, noteName)
  if (!existsSync(note)) return
  const name = stagedName(note)
  const staged = name === null ? null : join(directory, name)
  if (staged !== null && existsSync(staged)) {
    const file = join(directory, backupLedgerName)
    for (const ending of sideFiles) remove(`${file}${ending}`)
    flushFolder(directory)
    renameSync(staged, file)
    flushFolder(directory)
  }
  remove(note)
  flushFolder(directory)
}
