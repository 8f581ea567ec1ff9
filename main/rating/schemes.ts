import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type SchemeDraft, schemeShape } from '#shared/rating/scheme.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { resourcesFolder } from '../platform/resources.ts'
import { selectAssessment, selectAssessments, selectScheme } from './store.ts'

let bundled: string | undefined

/** The scheme that comes with the program: an editable template, no official document; its notice says so. */
export function bundledText(): string {
  bundled ??= readFileSync(join(resourcesFolder(), 'star-catalogue.json'), 'utf8')
  return bundled
}

/** The same as data, for what it knows of rules and kinds of evidence. */
export const bundledScheme = (): SchemeDraft => schemeShape.parse(JSON.parse(bundledText()))

/**
 * The scheme of a year: the version its assessment has used, else the one of the last year before it, else the one that comes
 * with the program (`id` null).
 */
export function schemeOfYear(ledger: OpenLedger, year: number): { readonly id: string | null; readonly content: string } {
  const own = selectAssessment(ledger.db, year) ?? selectAssessments(ledger.db).findLast((assessment) => assessment.year < year)
  const kept = own && selectScheme(ledger.db, own.schemeId)
  if (!kept) return { id: null, content: bundledText() }
  return { id: kept.id, content: kept.content }
}
