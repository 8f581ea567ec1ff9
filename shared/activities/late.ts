import { type PlainDate, plusDays } from '../kernel/dates.ts'
import type { Origin } from './schema.ts'

/**
 * 补录 (PRACTICE §2): typed in later than the branch's own limit after the day, and neither from paper (整理录入) nor from
 * an old ledger (历史导入).
 */
export function isLateEntry(
  entry: { readonly origin: Origin; readonly date: PlainDate; readonly enteredOn: PlainDate },
  lateAfterDays: number,
): boolean {
  return entry.origin === 'typed' && entry.enteredOn > plusDays(entry.date, lateAfterDays)
}
