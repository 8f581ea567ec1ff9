import { format, getISOWeek, getISOWeekYear } from 'date-fns'
import { byText } from '../kernel/order.ts'
import type { BackupReason } from './backup-schema.ts'

/** What the choice of backups to keep needs to know of one. */
export interface KeepableBackup {
  readonly id: string
  /** How many-th of its data folder. */
  readonly number: number
  /** When it was made, ISO 8601 with zone. */
  readonly madeAt: string
  readonly reason: BackupReason
  /** Schema version of the ledger in it. */
  readonly schemaVersion: number
  /** Number of the last history entry in it: tells two of one moment apart. */
  readonly seq: number
}

/**
 * Newest first, in the order of making: the time is only asked for those from before there were numbers, because a clock can be
 * set back. Two of one millisecond: the fuller one.
 */
export function byNewest(a: KeepableBackup, b: KeepableBackup): number {
  return b.number - a.number || byText(b.madeAt, a.madeAt) || b.seq - a.seq || b.id.length - a.id.length || byText(b.id, a.id)
}

const LAST = 10
const DAILY = 7
const WEEKLY = 4
const MONTHLY = 12
/** Steps of the schema for which the copy from before a migration is kept. */
const MIGRATION_VERSIONS = 3

/**
 * Ids of the backups to keep: the last 10; the newest of each of the last 7 days, 4 weeks and 12 months that have one; and
 * each one from before a migration, for three schema versions. Days without a backup do not count: a PC that was off for
 * a year loses nothing by it. One dated after `now` (the clock was set back) is never let go.
 */
export function keptBackups(entries: readonly KeepableBackup[], now: Date): Set<string> {
  const byAge = entries.toSorted(byNewest)
  const isFuture = (entry: KeepableBackup) => new Date(entry.madeAt).getTime() > now.getTime()
  const kept = new Set(byAge.filter(isFuture).map((entry) => entry.id))
  const past = byAge.filter((entry) => !isFuture(entry))
  for (const entry of past.slice(0, LAST)) kept.add(entry.id)
  const newestOfEach = (period: (date: Date) => string, count: number) => {
    const seen = new Set<string>()
    for (const entry of past) {
      const key = period(new Date(entry.madeAt))
      if (seen.has(key)) continue
      if (seen.size === count) break
      seen.add(key)
      kept.add(entry.id)
    }
  }
  newestOfEach((date) => format(date, 'yyyy-MM-dd'), DAILY)
  newestOfEach((date) => `${getISOWeekYear(date)}-${getISOWeek(date)}`, WEEKLY)
  newestOfEach((date) => format(date, 'yyyy-MM'), MONTHLY)
  const migrations = past.filter((entry) => entry.reason === 'migration')
  const versions = [...new Set(migrations.map((entry) => entry.schemaVersion))]
    .toSorted((a, b) => b - a)
    .slice(0, MIGRATION_VERSIONS)
  for (const entry of migrations) if (versions.includes(entry.schemaVersion)) kept.add(entry.id)
  return kept
}
