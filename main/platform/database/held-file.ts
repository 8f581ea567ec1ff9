import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'
import { type FileIdentity, identityOf } from './open.ts'

/**
 * A database file, readable beside SQLite for as long as SQLite has it open. Where locks are POSIX's, a process that closes
 * any handle of a file gives up every lock it has on it (fcntl(2)), those of SQLite too: a file that is opened only to be looked
 * at and closed again would let a second program in. So it is opened once, before SQLite locks it, and closed after it.
 */
export interface HeldFile {
  /** What the header says now. */
  identity(): FileIdentity
  /** Whether the device can read all of it. */
  isReadable(): boolean
  /** Copies the whole file to a new one, flushed. Only while nobody writes. */
  copyTo(target: string): void
  close(): void
}

const PIECE = 1024 * 1024

/** Holds a file that is there. */
export function holdFile(file: string): HeldFile {
  const handle = openSync(file, 'r')
  return {
    identity: () => identityOf(handle),
    isReadable() {
      try {
        const buffer = Buffer.allocUnsafe(PIECE)
        for (let at = 0; ; ) {
          const length = readSync(handle, buffer, 0, PIECE, at)
          if (length === 0) return true
          at += length
        }
      } catch {
        return false
      }
    },
    copyTo(target) {
      const copy = openSync(target, 'wx', 0o600)
      try {
        const buffer = Buffer.allocUnsafe(PIECE)
        for (let at = 0; ; ) {
          const length = readSync(handle, buffer, 0, PIECE, at)
          if (length === 0) break
          for (let written = 0; written < length; ) written += writeSync(copy, buffer, written, length - written, at + written)
          at += length
        }
        fsyncSync(copy)
      } finally {
        closeSync(copy)
      }
    },
    close: () => closeSync(handle),
  }
}
