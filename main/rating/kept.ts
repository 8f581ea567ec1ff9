import type { OpenLedger } from '../ledger/open-ledger.ts'
import { type StoredAssessment, type StoredScheme, selectAssessments, selectSchemes } from './store.ts'

/** Every kept version of a 评定办法, for packs that carry a whole ledger. */
export const readKeptSchemes = (ledger: OpenLedger): StoredScheme[] => selectSchemes(ledger.db)

/** Every year's assessment, for the same. */
export const readAssessments = (ledger: OpenLedger): StoredAssessment[] => selectAssessments(ledger.db)
