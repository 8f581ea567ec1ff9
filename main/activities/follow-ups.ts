import type { FollowUp, SetFollowUp } from '#shared/activities/follow-ups.ts'
import type { PlainDate } from '#shared/kernel/dates.ts'
import { AppError } from '#shared/kernel/errors.ts'
import { nfc } from '#shared/kernel/text.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { putResolution, selectFollowUps, selectResolution } from './store.ts'

/** Resolutions that name who does them or by when, oldest first; those of sittings in the bin left out. */
export function readFollowUps(ledger: OpenLedger): FollowUp[] {
  return selectFollowUps(ledger.db)
}

/**
 * Marks a resolution as done, or as not done after all. The minutes it stands in are not changed by it.
 *
 * @throws AppError NOT_FOUND; INPUT_INVALID for a day before the decision or to come
 */
export function setFollowUp(ledger: OpenLedger, input: SetFollowUp, today: PlainDate): FollowUp {
  const find = () => selectFollowUps(ledger.db).find((each) => each.id === input.id)
  const before = find()
  const stored = selectResolution(ledger.db, input.id)
  if (!before || !stored) throw new AppError('NOT_FOUND', { what: '待落实事项' })
  if (input.doneOn !== null && input.doneOn > today) {
    throw new AppError('INPUT_INVALID', { field: '完成日期', reason: '完成日期晚于今天' })
  }
  if (input.doneOn !== null && input.doneOn < before.date) {
    throw new AppError('INPUT_INVALID', { field: '完成日期', reason: `完成日期早于作出决定的会议（${before.date}）` })
  }
  ledger.write(input.doneOn === null ? '恢复待落实事项' : '落实议定事项', (rows) =>
    putResolution(rows, ledger.branchId, { ...stored, doneOn: input.doneOn, doneNote: nfc(input.doneNote) }),
  )
  return find() ?? before
}
