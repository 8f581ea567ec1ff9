import type { LedgerStatus } from '#shared/ledger/schema.ts'
import { createBranch } from '../branch/service.ts'
import type { Core } from '../core.ts'
import { fillSample, sampleBranchName } from './sample.ts'

/**
 * Makes a new ledger in the data folder of this run.
 *
 * @param name short name of the branch; the sample branch has its own
 * @throws AppError LEDGER_EXISTS, LEDGER_FOREIGN, LEDGER_READ_ONLY, LEDGER_NO_SPACE
 */
export async function createLedger(core: Core, name: string | undefined, sample: boolean): Promise<LedgerStatus> {
  const ledger = core.session.create()
  if (ledger.branchId === '') createBranch(ledger, sample ? sampleBranchName : (name ?? '党支部'), sample)
  if (sample) await fillSample(core)
  return core.session.status()
}
