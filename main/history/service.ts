import { rowChange } from '#shared/history/changes.ts'
import type { HistoryEntry, RecentChange } from '#shared/history/schema.ts'
import type { HistoryRow } from '#shared/history/values.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { type StoredEntry, selectEntriesOf, selectGroupName, selectNewest, selectRecordName } from './store.ts'

/** Longest time between two entries of one change: a save takes milliseconds, and nobody saves twice in that time. */
const GAP = 1500

type Link = Pick<StoredEntry, 'deviceId' | 'seq' | 'at' | 'what' | 'tableName' | 'rowId'>

/**
 * Entries that one change has made, in the order given. The chain knows rows, not changes: those of one share their name
 * and their moment, and no row twice.
 */
function groupChanges<T extends Link>(entries: readonly T[]): T[][] {
  const groups: T[][] = []
  let rows = new Set<string>()
  for (const entry of entries) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    const key = `${entry.tableName} ${entry.rowId}`
    const isSame =
      last !== undefined &&
      last.deviceId === entry.deviceId &&
      last.what === entry.what &&
      Math.abs(Date.parse(entry.at) - Date.parse(last.at)) <= GAP &&
      !rows.has(key)
    if (isSame) group?.push(entry)
    else {
      groups.push([entry])
      rows = new Set()
    }
    rows.add(key)
  }
  return groups
}

const rowOf = (json: string | null): HistoryRow | null => (json === null ? null : (JSON.parse(json) as HistoryRow | null))

/** 修改记录 of a sitting or a person, newest first. What it is called now, or empty when nobody knows it. */
export function readHistory(ledger: OpenLedger, id: string): { title: string; entries: HistoryEntry[] } {
  const nameOf = (groupId: string) => selectGroupName(ledger.db, groupId)
  const entries = groupChanges(selectEntriesOf(ledger.db, id)).flatMap((group): HistoryEntry[] => {
    const changes = group.flatMap((entry) => {
      const before = rowOf(entry.before)
      const after = rowOf(entry.after)
      return rowChange({ table: entry.tableName, before, after, isErased: before === null && after === null }, nameOf) ?? []
    })
    const [first] = group
    if (!first || changes.length === 0) return []
    const { deviceId, seq, at, who, what } = first
    return [{ deviceId, seq, at, who, what, changes }]
  })
  return { title: selectRecordName(ledger.db, id)?.title ?? '', entries: entries.toReversed() }
}

/** Entries looked at for so many changes: an import of a year makes some hundreds, and may be one of them. */
const LOOKED_AT = 20_000

/** The newest changes of the ledger, newest first. */
export function readRecent(ledger: OpenLedger, limit: number): RecentChange[] {
  return groupChanges(selectNewest(ledger.db, LOOKED_AT))
    .slice(0, limit)
    .flatMap((group) => {
      const first = group.at(-1)
      if (!first) return []
      const { deviceId, seq, at, who, what } = first
      const ids = group.filter(({ tableName }) => ['activity', 'person', 'dossier'].includes(tableName)).map(({ rowId }) => rowId)
      const records = ids
        .toReversed()
        .slice(0, 10)
        .flatMap((id) => selectRecordName(ledger.db, id) ?? [])
      return [{ deviceId, seq, at, who, what, rows: group.length, records }]
    })
}
