import type { OpenLedger } from '../ledger/open-ledger.ts'
import { type StoredExplanation, type StoredOverride, selectExplanations, selectOverrides } from './store.ts'

/** What the branch says about its duties: 情况说明 and 本单位细则. */
export function readOwnRules(ledger: OpenLedger): { explanations: StoredExplanation[]; overrides: StoredOverride[] } {
  return { explanations: selectExplanations(ledger.db), overrides: selectOverrides(ledger.db) }
}
