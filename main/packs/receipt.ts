import type { DocumentFormat } from '#shared/documents/contract.ts'
import { type ReceiptFacts, receiptDocument } from '#shared/packs/receipt.ts'
import { readBranch } from '../branch/read.ts'
import type { Core } from '../core.ts'
import { makeDocument } from '../documents/service.ts'
import { today } from '../platform/clock.ts'

/** 交接单 of a pack in the outbox. @throws AppError LEDGER_NOT_OPEN, NOT_FOUND; BROWSER_NOT_FOUND, PRINT_FAILED for PDF */
export function makeReceipt(core: Core, pack: ReceiptFacts['pack'], format: DocumentFormat, signal?: AbortSignal) {
  const ledger = core.session.require()
  const model = receiptDocument({ pack, branch: readBranch(ledger), date: today(core.clock), history: ledger.history.head() })
  return makeDocument(core, model, { style: 'official', fonts: 'office', format, ...(signal ? { signal } : {}) })
}
