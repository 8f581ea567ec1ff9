import { AppError } from '#shared/kernel/errors.ts'
import { readAttachmentRefs } from '../attachments/read.ts'
import { saveAttachmentList } from '../attachments/service.ts'
import type { Core } from '../core.ts'
import { putActivity, selectActivity } from './store.ts'

/**
 * 签字页交回: puts a page first among the attachments of a recorded sitting and marks it as signed, in one change. Nothing
 * that is recorded changes, so that it needs no reason after 定稿.
 *
 * @throws AppError NOT_FOUND; INPUT_INVALID for a meeting that is not recorded yet
 */
export function bringSigned(core: Core, id: string, attachmentId: string): { revision: number } {
  const ledger = core.session.require()
  const stored = selectActivity(ledger.db, id)
  if (!stored || stored.deletedAt !== null) throw new AppError('NOT_FOUND', { what: '会议记录' })
  if (stored.state !== 'toSign' && stored.state !== 'signed') {
    throw new AppError('INPUT_INVALID', { field: '签字页', reason: '会议还没有记录' })
  }
  const others = readAttachmentRefs(ledger, id)
    .map((attachment) => attachment.id)
    .filter((other) => other !== attachmentId)
  ledger.write('签字页交回', (rows) => {
    putActivity(rows, ledger.branchId, { ...stored, state: 'signed', revision: stored.revision + 1 })
    saveAttachmentList(ledger, rows, id, [attachmentId, ...others])
  })
  return { revision: stored.revision + 1 }
}
