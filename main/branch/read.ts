import type { BranchProfile, PartyGroup } from '#shared/branch/schema.ts'
import { AppError } from '#shared/kernel/errors.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import type { Database } from '../platform/database/driver.ts'
import { selectBranch, selectPartyGroups } from './store.ts'

/** The branch of this ledger. @throws AppError NOT_FOUND before one is made */
export function readBranch(ledger: OpenLedger): BranchProfile {
  const branch = selectBranch(ledger.db)
  if (!branch) throw new AppError('NOT_FOUND', { what: '党支部' })
  return branch
}

/** All groups ever, in order. */
export function selectGroups(db: Database): PartyGroup[] {
  return selectPartyGroups(db)
}
