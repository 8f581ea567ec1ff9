import { AppError } from '#shared/kernel/errors.ts'
import { ledgerStateCodes } from '#shared/ledger/state-codes.ts'
import { type Core, createCore } from '../../core.ts'
import type { PdfPrinter } from '../../documents/pdf-printer.ts'
import { type InProcessClient, inProcessClient } from '../in-process.ts'

/** A program without a window, and the client to its contract. */
export function createProgram(options: { readonly ledgerDirectory: string; readonly pdf: PdfPrinter | null }): {
  readonly core: Core
  readonly client: InProcessClient
} {
  const core = createCore({ ...options, programVersion: __PROGRAM_VERSION__ })
  return { core, client: inProcessClient(core) }
}

/** Opens the ledger of this run. @throws AppError with the code of the state at which it stopped */
export function openOrRefuse(core: Core): void {
  const status = core.session.open()
  if (status.state !== 'open') throw new AppError(ledgerStateCodes[status.state], { path: status.directory, ...status.detail })
}
