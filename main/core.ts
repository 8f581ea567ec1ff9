import { inTurn } from './documents/in-turn.ts'
import { type Outbox, openOutbox } from './documents/outbox.ts'
import type { PdfPrinter } from './documents/pdf-printer.ts'
import { openStaging, type Staging } from './files/staging.ts'
import { backupOnClose } from './ledger/backup/automatic.ts'
import { type LedgerSession, ledgerSession } from './ledger/session.ts'
import { type LockGuard, openGuard } from './lock/guard.ts'
import { lockWhenIdle } from './lock/service.ts'
import { openTargets, type Targets } from './packs/targets.ts'
import { type Clock, systemClock } from './platform/clock.ts'
import { type RememberedError, rememberingLog } from './platform/error-memory.ts'
import { consoleLog, type Log } from './platform/log.ts'

/** The parts of a running program that calls share. Shells make one and hand it to the router as context. */
export interface Core {
  readonly clock: Clock
  readonly log: Log
  /** The last errors of this run, without anything that was typed. */
  errors(): readonly RememberedError[]
  readonly programVersion: string
  readonly session: LedgerSession
  readonly lock: LockGuard
  readonly staging: Staging
  /** Finished documents, waiting to be fetched by the shell. */
  readonly outbox: Outbox
  /** Makes PDF from HTML; null where no browser is found. */
  readonly pdf: PdfPrinter | null
  readonly targets: Targets
  close(): Promise<void>
}

export interface CoreOptions {
  readonly ledgerDirectory: string
  readonly programVersion: string
  readonly pdf: PdfPrinter | null
  readonly clock?: Clock
  readonly log?: Log
  readonly targets?: Targets
  /** Whether closing makes a backup of what has changed; a program with a user always does. */
  readonly backsUpOnClose?: boolean
}

/** How often it is looked whether nobody is there any more. */
const IDLE_CHECK_MS = 5_000

/** Puts a program together; the ledger is not opened yet. */
export function createCore(options: CoreOptions): Core {
  const clock = options.clock ?? systemClock
  const { log, remembered } = rememberingLog(options.log ?? consoleLog, clock)
  const core: Core = {
    clock,
    log,
    errors: remembered,
    programVersion: options.programVersion,
    session: ledgerSession(options.ledgerDirectory, clock, options.programVersion),
    lock: openGuard(clock),
    staging: openStaging(),
    outbox: openOutbox(),
    pdf: options.pdf && inTurn(options.pdf),
    targets: options.targets ?? openTargets(),
    async close() {
      clearInterval(idleCheck)
      if (options.backsUpOnClose ?? true) await backupOnClose(core)
      core.session.close()
      core.staging.close()
      core.outbox.close()
      await core.pdf?.close()
    },
  }
  const idleCheck = setInterval(() => lockWhenIdle(core), IDLE_CHECK_MS)
  // Nobody has to wait for it.
  idleCheck.unref()
  return core
}
