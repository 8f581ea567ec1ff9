import type { LedgerWarning } from '#shared/ledger/schema.ts'
import type { Database } from '../platform/database/driver.ts'
import { folderWarnings } from './folder-warnings.ts'
import { isTailSound } from './history-check.ts'

const DAY = 24 * 60 * 60 * 1000

/** Whether the last change of this installation was made on a later day than `now`: an office PC whose battery is empty. */
function isClockBehind(db: Database, deviceId: string, now: Date): boolean {
  const last = db.get<{ at: string }>('SELECT at FROM history WHERE device_id = ? ORDER BY seq DESC LIMIT 1', deviceId)
  return last !== undefined && Date.parse(last.at) - now.getTime() > DAY
}

/** What is seen at the opening that does not stop it. */
export function openingWarnings(db: Database, directory: string, deviceId: string, now: Date): LedgerWarning[] {
  const warnings: LedgerWarning[] = [...folderWarnings(directory)]
  if (!isTailSound(db, deviceId)) warnings.push('historyTail')
  if (isClockBehind(db, deviceId, now)) warnings.push('clockBehind')
  return warnings
}
