/** Writes rows as another ledger of the same branch has them; inside `OpenLedger.write`. */
export { putAssessment as takeOverAssessment, putScheme as takeOverScheme } from './store.ts'
