/**
 * Everything that can be expected to go wrong, as a closed list. A shell chooses the words
 * (`error-text.ts`); anything that is not in this list is a bug and is logged with a reference.
 */
export const errorCodes = [
  // input
  'INPUT_INVALID',
  'NOT_FOUND',
  'CHANGED_ELSEWHERE',
  'REASON_REQUIRED',
  'FILE_UNREADABLE',
  'FILE_TOO_LARGE',
  'FILE_EXPIRED',
  'SHEET_NOT_A_WORKBOOK',
  'SHEET_NO_HEADER',
  'SHEET_TOO_MANY_ROWS',
  'SHEET_EMPTY',
  'IMPORT_NOTHING',
  // switched off
  'RATING_OFF',
  // lock
  'LEDGER_LOCKED',
  'PASSPHRASE_WRONG',
  'PASSPHRASE_WAIT',
  'RECOVERY_CODE_MISTYPED',
  'SEALED_UNREADABLE',
  // ledger
  'LEDGER_NOT_OPEN',
  'LEDGER_NOT_FOUND',
  'LEDGER_EXISTS',
  'LEDGER_IN_USE',
  'LEDGER_NEWER',
  'LEDGER_FOREIGN',
  'LEDGER_DAMAGED',
  'LEDGER_READ_ONLY',
  'LEDGER_NO_SPACE',
  'LEDGER_DISK_ERROR',
  'MIGRATION_FAILED',
  'BACKUP_NOT_FOUND',
  'BACKUP_DAMAGED',
  'BACKUP_FAILED',
  // paper and packs
  'BROWSER_NOT_FOUND',
  'PRINT_FAILED',
  'PAPER_NOTHING',
  'TARGET_UNKNOWN',
  'TARGET_NO_SPACE',
  'TARGET_NOT_WRITABLE',
  'TARGET_IN_LEDGER',
  'TARGET_EXISTS',
  'TARGET_FILE_LIMIT',
  'PACK_READ_BACK_FAILED',
  'PACK_NOTHING',
  'HANDBOOK_NOTHING',
  'PACK_REFUSED',
  'PACK_DAMAGED',
  'PACK_NEWER',
  'PACK_PASSPHRASE_WRONG',
  'PACK_OTHER_BRANCH',
  'PACK_LEFTOVER',
  'PACK_CHANGED',
  'ATTACHMENT_DAMAGED',
  'CONFIRMATION_MISSING',
  'CANCELLED',
] as const

/** One code of the closed list of expected failures. */
export type ErrorCode = (typeof errorCodes)[number]

/** Values that make the message concrete: the file, the row, the folder, the limit. */
export type ErrorParams = Record<string, string | number | boolean | null | undefined>

/** An expected failure. `params` name the field, the row, the file or the folder. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly params: ErrorParams

  constructor(code: ErrorCode, params: ErrorParams = {}, options?: { cause?: unknown }) {
    super(code, options)
    this.name = 'AppError'
    this.code = code
    this.params = params
  }
}
