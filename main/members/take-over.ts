/** Writes rows as another ledger of the same branch has them; inside `OpenLedger.write`. */
export { putInterval as takeOverInterval, putMembership as takeOverMembership, putPerson as takeOverPerson } from './store.ts'
