import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WorkingDaysTable } from '#shared/calendar/schema.ts'
import { mergeWorkingDays, readWorkingDays } from '#shared/calendar/working-days.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { resourcesFolder } from '../platform/resources.ts'
import { keptTables } from '../reference/tables.ts'

let bundled: WorkingDaysTable | undefined

/** The table that came with the program (`scripts/update-working-days.mjs`); read once. */
export function bundledWorkingDays(): WorkingDaysTable {
  bundled ??= readWorkingDays(JSON.parse(readFileSync(join(resourcesFolder(), 'working-days.json'), 'utf8')))
  return bundled
}

/** What the user has taken in so far, as one table; null for nothing. */
export function keptWorkingDays(ledger: OpenLedger): WorkingDaysTable | null {
  const [newest] = keptTables(ledger, 'workingDays')
  return newest ? readWorkingDays(JSON.parse(newest.content)) : null
}

/** The table in use: years taken in by the user over those that came with the program. */
export function workingDaysOf(ledger: OpenLedger): WorkingDaysTable {
  const kept = keptWorkingDays(ledger)
  return kept ? mergeWorkingDays(bundledWorkingDays(), kept) : bundledWorkingDays()
}
