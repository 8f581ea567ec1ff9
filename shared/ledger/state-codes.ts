import type { ErrorCode } from '../kernel/errors.ts'
import type { LedgerState } from './schema.ts'

/** The expected failure in whose words a stop of the start-up is told. */
export const ledgerStateCodes: Record<Exclude<LedgerState, 'open'>, ErrorCode> = {
  notFound: 'LEDGER_NOT_FOUND',
  inUse: 'LEDGER_IN_USE',
  newer: 'LEDGER_NEWER',
  foreign: 'LEDGER_FOREIGN',
  damaged: 'LEDGER_DAMAGED',
  diskError: 'LEDGER_DISK_ERROR',
  readOnly: 'LEDGER_READ_ONLY',
  noSpace: 'LEDGER_NO_SPACE',
  migrationFailed: 'MIGRATION_FAILED',
}
