import type { RowWriter } from '../ledger/rows.ts'
import type { Database } from '../platform/database/driver.ts'

/** A scheme as it was when an assessment began; never changed again. */
export interface StoredScheme {
  readonly id: string
  readonly name: string
  readonly version: string
  readonly content: string
  readonly source: string
  readonly savedAt: string
}

export interface StoredAssessment {
  readonly id: string
  readonly revision: number
  readonly year: number
  readonly schemeId: string
  readonly status: string
  readonly content: string
}

/** The assessment of a year. */
export function selectAssessment(db: Database, year: number): StoredAssessment | undefined {
  return db.get<StoredAssessment>(
    'SELECT id, revision, year, scheme_id AS schemeId, status, content FROM assessment WHERE year = ?',
    year,
  )
}

export function selectScheme(db: Database, id: string): StoredScheme | undefined {
  return db.get<StoredScheme>('SELECT id, name, version, content, source, saved_at AS savedAt FROM rating_scheme WHERE id = ?', id)
}

/** The kept copy of a version, where an assessment of another year has already pinned it. */
export function selectSchemeByContent(db: Database, content: string): StoredScheme | undefined {
  return db.get<StoredScheme>(
    'SELECT id, name, version, content, source, saved_at AS savedAt FROM rating_scheme WHERE content = ? LIMIT 1',
    content,
  )
}

export function putScheme(rows: RowWriter, branchId: string, scheme: StoredScheme): void {
  const { id, name, version, content, source, savedAt } = scheme
  rows.put('rating_scheme', { id, branch_id: branchId, name, version, content, source, saved_at: savedAt })
}

export function putAssessment(rows: RowWriter, branchId: string, assessment: StoredAssessment): void {
  const { id, revision, year, schemeId, status, content } = assessment
  rows.put('assessment', { id, branch_id: branchId, revision, year, scheme_id: schemeId, status, content })
}
