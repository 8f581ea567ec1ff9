/** Writes rows as another ledger of the same branch has them; inside `OpenLedger.write`. */
export { putAttachment as takeOverAttachment } from './store.ts'
