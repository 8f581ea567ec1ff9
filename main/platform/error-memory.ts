import { basename } from 'node:path'
import type { Clock } from './clock.ts'
import type { Log } from './log.ts'

/** One remembered error without anything a user may have typed: no message, no path. */
export interface RememberedError {
  readonly at: string
  readonly reference: string
  /** `SqliteError`, `AppError`. */
  readonly name: string
  /** `SQLITE_FULL`, `ENOSPC`; '' for an error without one. */
  readonly code: string
  /** `saveMember service.js:12:3`: functions and places of the program. */
  readonly stack: readonly string[]
}

const KEPT = 50

/** Names of functions and files of a stack; its first lines, the message, are left out. */
function framesOf(stack: string): string[] {
  return stack
    .split('\n')
    .flatMap((line) => {
      const match = /^ {4}at (?:(?:async )?([\w.$<>[\] ]{1,80}) \()?(?:.*[\\/])?([\w.-]{1,80}:\d+:\d+)\)?$/.exec(line)
      return match ? [`${match[1] ?? ''} ${basename(match[2] ?? '')}`.trim()] : []
    })
    .slice(0, 12)
}

const plain = (value: unknown) => (typeof value === 'string' && /^\w{1,60}$/.test(value) ? value : '')

/** A log that also remembers the last errors of this run, for the log that is handed over. */
export function rememberingLog(
  log: Log,
  clock: Clock,
): { readonly log: Log; readonly remembered: () => readonly RememberedError[] } {
  const errors: RememberedError[] = []
  return {
    remembered: () => [...errors],
    log: {
      error(reference, error) {
        log.error(reference, error)
        const isError = error instanceof Error
        errors.push({
          at: clock.now().toISOString(),
          reference: plain(reference),
          name: isError ? plain(error.name) : typeof error,
          code: isError && 'code' in error ? plain(error.code) : '',
          stack: isError ? framesOf(error.stack ?? '') : [],
        })
        if (errors.length > KEPT) errors.shift()
      },
    },
  }
}
