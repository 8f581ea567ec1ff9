import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { consoleLog, type Log } from '../../platform/log.ts'

const MAX_OCTETS = 1024 ** 2

/** The log of a program that has no terminal: a file of at most 1 MiB, and the one before it. */
export function fileLog(file: string, now: () => Date = () => new Date()): Log {
  return {
    error(reference, error) {
      consoleLog.error(reference, error)
      try {
        mkdirSync(dirname(file), { recursive: true })
        if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_OCTETS) renameSync(file, `${file}.old`)
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
        appendFileSync(file, `${now().toISOString()} [${reference}] ${text}\n`, { mode: 0o600 })
      } catch {
        // A full or read-only disk must not turn one fault into two; the console has it.
      }
    },
  }
}
