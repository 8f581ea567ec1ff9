import { purposeNumberNames } from '#shared/activities/labels.ts'
import type { Purpose } from '#shared/activities/schema.ts'
import type { Database } from '../platform/database/driver.ts'

/** 记录编号, the small number in the footer by which a signed page finds its record: 2025-党员大会-02. */
export function recordNumber(purpose: Purpose, year: number, number: number): string {
  return `${year}-${purposeNumberNames[purpose]}-${String(number).padStart(2, '0')}`
}

/**
 * The next number of a kind in a year. Numbers are never used again: a signed page may carry one whose record lies in
 * the bin.
 */
export function nextNumber(db: Database, purpose: Purpose, year: number): number {
  const row = db.get<{ last: number | null }>(
    'SELECT max(number) AS last FROM part WHERE purpose = ? AND number_year = ?',
    purpose,
    year,
  )
  return (row?.last ?? 0) + 1
}
