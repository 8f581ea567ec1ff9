import { AppError } from '#shared/kernel/errors.ts'
import { readBranch } from '../branch/read.ts'
import type { Core } from '../core.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'

/**
 * The ledger of a branch that takes part in 达标创星; everything of the rating begins here, so that nothing of it is to be had
 * where the branch has switched it off. What was kept before stays.
 *
 * @throws AppError RATING_OFF, LEDGER_NOT_OPEN, NOT_FOUND before the branch is made
 */
export function ratingLedger(core: Core): OpenLedger {
  const ledger = core.session.require()
  if (!readBranch(ledger).settings.usesRating) throw new AppError('RATING_OFF', {})
  return ledger
}
