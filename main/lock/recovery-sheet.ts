import type { DocumentFormat } from '#shared/documents/contract.ts'
import { recoverySheet } from '#shared/lock/recovery-sheet.ts'
import { readBranch } from '../branch/read.ts'
import type { Core } from '../core.ts'
import { makeDocument } from '../documents/service.ts'
import { today } from '../platform/clock.ts'

/** The sheet with the recovery code in the outbox; it is in no file of this machine. @throws AppError BROWSER_NOT_FOUND, PRINT_FAILED for PDF */
export function makeRecoverySheet(core: Core, code: string, format: DocumentFormat, signal?: AbortSignal) {
  const model = recoverySheet({ code, branch: readBranch(core.session.require()), date: today(core.clock) })
  return makeDocument(core, model, { style: 'official', fonts: 'office', format, ...(signal ? { signal } : {}) })
}
