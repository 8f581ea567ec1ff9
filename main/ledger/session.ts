import { AppError } from '#shared/kernel/errors.ts'
import type { LedgerState, LedgerStatus } from '#shared/ledger/schema.ts'
import { ledgerStateCodes } from '#shared/ledger/state-codes.ts'
import type { Clock } from '../platform/clock.ts'
import { today } from '../platform/clock.ts'
import { type OpenLedger, openLedger } from './open-ledger.ts'
import { openingError } from './opening-error.ts'

const stateOfError = new Map(Object.entries(ledgerStateCodes).map(([state, code]) => [code, state as LedgerState]))

/** The ledger of this run of the program: open, or stopped at a state that has a screen of its own. */
export interface LedgerSession {
  readonly directory: string
  status(): LedgerStatus
  /** Tries to open; never throws for a state that has a screen. */
  open(): LedgerStatus
  /** Makes a new ledger and opens it. */
  create(): OpenLedger
  /** The open ledger. @throws AppError LEDGER_NOT_OPEN; LEDGER_LOCKED until its passphrase has been given */
  require(): OpenLedger
  /** The open ledger, also while it is locked: for what needs none of its texts, such as a backup. @throws AppError LEDGER_NOT_OPEN */
  requireLocked(): OpenLedger
  /** @throws AppError LEDGER_LOCKED while an open ledger waits for its passphrase */
  refuseWhileLocked(): void
  /** An error of the disk or of SQLite, met while working, as an expected failure; anything else as it is. */
  failure(error: unknown): unknown
  close(): void
}

/** A session over one data folder. */
export function ledgerSession(directory: string, clock: Clock, programVersion: string): LedgerSession {
  let ledger: OpenLedger | null = null
  let state: LedgerState = 'notFound'
  let detail: LedgerStatus['detail'] = {}
  const status = (): LedgerStatus => ({
    state,
    directory,
    today: today(clock),
    programVersion,
    detail,
    warnings: [...(ledger?.warnings ?? [])],
  })
  const failed = (error: unknown) => {
    const next = error instanceof AppError ? stateOfError.get(error.code) : undefined
    if (!next || !(error instanceof AppError)) throw error
    state = next
    detail = Object.fromEntries(
      Object.entries(error.params).filter((entry): entry is [string, string | number] =>
        ['string', 'number'].includes(typeof entry[1]),
      ),
    )
  }
  const openOne = () => {
    if (!ledger || state !== 'open') throw new AppError('LEDGER_NOT_OPEN', { path: directory, state })
    return ledger
  }
  const refuseWhileLocked = () => {
    if (ledger?.vault.isLocked) throw new AppError('LEDGER_LOCKED')
  }
  return {
    directory,
    status,
    open() {
      if (ledger) return status()
      try {
        ledger = openLedger(directory, clock, 'open', programVersion)
        // A ledger without a branch was cut off while it was being made: start again from the welcome.
        state = ledger.branchId === '' ? 'notFound' : 'open'
        detail = {}
      } catch (error) {
        ledger?.close()
        ledger = null
        failed(openingError(error, directory))
      }
      return status()
    },
    create() {
      if (!ledger) ledger = openLedger(directory, clock, 'create', programVersion)
      state = 'open'
      detail = {}
      return ledger
    },
    require() {
      const open = openOne()
      refuseWhileLocked()
      return open
    },
    requireLocked: openOne,
    refuseWhileLocked,
    failure: (error) => openingError(error, directory, ledger),
    close() {
      ledger?.close()
      ledger = null
      state = 'notFound'
    },
  }
}
