import type { Counts } from './backup-schema.ts'

/** Tables whose rows are what a branch has recorded. */
const records = ['person', 'activity', 'part', 'attendance', 'attachment', 'history']

const sum = (counts: Counts) => records.reduce((total, table) => total + (counts[table] ?? 0), 0)

/** Rows below which a difference says nothing. */
const SMALL = 20

/**
 * True when a backup has fewer than four fifths of the rows of the one before it. Nothing is ever deleted row by row in a
 * ledger, and its history only grows: so many fewer means another ledger, or a lost one.
 */
export function isMuchSmaller(next: Counts, before: Counts): boolean {
  const previous = sum(before)
  return previous >= SMALL && sum(next) < previous * 0.8
}
