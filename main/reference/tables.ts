import { newId } from '#shared/kernel/ids.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import type { Clock } from '../platform/clock.ts'
import { putTable, type ReferenceTable, selectTables } from './store.ts'

/** Every table of a kind that was taken in, newest first; the first one holds. */
export function keptTables(ledger: OpenLedger, kind: ReferenceTable['kind']): ReferenceTable[] {
  return selectTables(ledger.db, kind)
}

/** Keeps a table as the newest of its kind; older ones stay, because summaries pin their versions. */
export function keepTable(
  ledger: OpenLedger,
  clock: Clock,
  what: string,
  table: Pick<ReferenceTable, 'kind' | 'version' | 'content'>,
): void {
  ledger.write(what, (rows) => putTable(rows, ledger.branchId, { ...table, id: newId(), importedAt: clock.now().toISOString() }))
}
