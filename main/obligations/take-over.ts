/** Writes rows as another ledger of the same branch has them; inside `OpenLedger.write`. */
export { putExplanation as takeOverExplanation, putOverride as takeOverOverride } from './store.ts'
