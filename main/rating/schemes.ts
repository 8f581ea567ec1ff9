import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { resourcesFolder } from '../platform/resources.ts'
import { selectAssessment, selectScheme } from './store.ts'

/** The scheme that comes with the program: an editable template, no official document; its notice says so. */
const bundledText = () => readFileSync(join(resourcesFolder(), 'star-catalogue.json'), 'utf8')

/** The scheme of a year: the version its assessment has used, or the one that comes with the program. */
export function schemeText(ledger: OpenLedger, year: number): string {
  const assessment = selectAssessment(ledger.db, year)
  return (assessment && selectScheme(ledger.db, assessment.schemeId)?.content) ?? bundledText()
}
