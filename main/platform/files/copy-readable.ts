import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'

/** Octets of a sector group of a disk and of a page of SQLite: what cannot be read is lost in these pieces. */
const PIECE = 4096
const PIECES = 256

function isUnreadable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EIO'
}

/** Reads a piece at a place; one that cannot be read is zeros. Answers octets and whether they were read. */
function readPiece(handle: number, buffer: Buffer, at: number): { readonly length: number; readonly isRead: boolean } {
  try {
    return { length: readSync(handle, buffer, 0, buffer.length, at), isRead: true }
  } catch (error) {
    if (!isUnreadable(error)) throw error
    buffer.fill(0)
    return { length: buffer.length, isRead: false }
  }
}

/**
 * Copies a file of a disk that errs: what can no longer be read is zeros in the copy, which SQLite then takes for a damaged
 * page.
 */
export function copyReadable(from: string, to: string, octets: number): void {
  const source = openSync(from, 'r')
  try {
    const target = openSync(to, 'w', 0o600)
    try {
      const large = Buffer.alloc(PIECE * PIECES)
      for (let at = 0; at < octets; at += large.length) {
        const { length, isRead } = readPiece(source, large, at)
        if (isRead) writeSync(target, large, 0, length, at)
        else
          for (let place = at; place < Math.min(at + large.length, octets); place += PIECE) {
            const small = Buffer.alloc(Math.min(PIECE, octets - place))
            writeSync(target, small, 0, readPiece(source, small, place).length, place)
          }
      }
      fsyncSync(target)
    } finally {
      closeSync(target)
    }
  } finally {
    closeSync(source)
  }
}
