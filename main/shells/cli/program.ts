import { AppError } from '#shared/kernel/errors.ts'
import { ledgerStateCodes } from '#shared/ledger/state-codes.ts'
import { type Core, createCore } from '../../core.ts'
import type { PdfPrinter } from '../../documents/pdf-printer.ts'
import { type InProcessClient, inProcessClient } from '../in-process.ts'
import type { Secrets } from './secrets.ts'

/** A program without a window, and the client to its contract. */
export function createProgram(options: { readonly ledgerDirectory: string; readonly pdf: PdfPrinter | null }): {
  readonly core: Core
  readonly client: InProcessClient
} {
  const core = createCore({ ...options, programVersion: __PROGRAM_VERSION__ })
  return { core, client: inProcessClient(core) }
}

/**
 * Opens the ledger of this run, with its passphrase where it has one.
 * @throws AppError with the code of the state at which it stopped; LEDGER_LOCKED, PASSPHRASE_WRONG
 */
export async function openOrRefuse(core: Core, client: InProcessClient, secrets: Secrets): Promise<void> {
  const status = core.session.open()
  if (status.state !== 'open') throw new AppError(ledgerStateCodes[status.state], { path: status.directory, ...status.detail })
  if (!(await client.lock.status({})).isLocked) return
  const passphrase = await secrets.get('ledger')
  if (passphrase === null) throw new AppError('LEDGER_LOCKED', { shell: 'cli' })
  await client.lock.unlock({ passphrase })
}
