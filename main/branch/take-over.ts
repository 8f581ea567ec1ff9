/** Writes rows as another ledger of the same branch has them; inside `OpenLedger.write`. */
export { putBranch as takeOverBranch, putPartyGroup as takeOverGroup } from './store.ts'
