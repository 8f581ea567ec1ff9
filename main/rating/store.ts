import type { AssessmentStatus } from '#shared/rating/status.ts'
import type { RowWriter } from '../ledger/rows.ts'
import type { Database } from '../platform/database/driver.ts'

/** A kept scheme; never changed again once an assessment has used it. */
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
  readonly status: AssessmentStatus
  readonly content: string
}

const ASSESSMENT = 'SELECT id, revision, year, scheme_id AS schemeId, status, content FROM assessment'
const SCHEME = 'SELECT id, name, version, content, source, saved_at AS savedAt FROM rating_scheme'

/** The assessment of a year. */
export function selectAssessment(db: Database, year: number): StoredAssessment | undefined {
  return db.get<StoredAssessment>(`${ASSESSMENT} WHERE year = ?`, year)
}

/** Every year that has one, oldest first. */
export function selectAssessments(db: Database): StoredAssessment[] {
  return db.all<StoredAssessment>(`${ASSESSMENT} ORDER BY year`)
}

export function selectScheme(db: Database, id: string): StoredScheme | undefined {
  return db.get<StoredScheme>(`${SCHEME} WHERE id = ?`, id)
}

/** Every kept scheme, the newest first. */
export function selectSchemes(db: Database): StoredScheme[] {
  return db.all<StoredScheme>(`${SCHEME} ORDER BY saved_at DESC, id DESC`)
}

/** The kept copy of a version, where an assessment of another year has already pinned it. */
export function selectSchemeByContent(db: Database, content: string): StoredScheme | undefined {
  return db.get<StoredScheme>(`${SCHEME} WHERE content = ? LIMIT 1`, content)
}

export function putScheme(rows: RowWriter, branchId: string, scheme: StoredScheme): void {
  const { id, name, version, content, source, savedAt } = scheme
  rows.put('rating_scheme', { id, branch_id: branchId, name, version, content, source, saved_at: savedAt })
}

export function removeScheme(rows: RowWriter, id: string): void {
  rows.remove('rating_scheme', id)
}

export function putAssessment(rows: RowWriter, branchId: string, assessment: StoredAssessment): void {
  const { id, revision, year, schemeId, status, content } = assessment
  rows.put('assessment', { id, branch_id: branchId, revision, year, scheme_id: schemeId, status, content })
}
