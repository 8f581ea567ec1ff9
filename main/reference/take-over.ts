/** Writes rows as another ledger of the same branch has them; inside `OpenLedger.write`. */
export { putTable as takeOverTable } from './store.ts'
