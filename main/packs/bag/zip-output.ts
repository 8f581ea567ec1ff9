import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { Writable } from 'node:stream'

/** Octets of a piece that passes through an archive. */
const PIECE = 256 * 1024

/** Buffers that are used again once their content has reached the file: new ones for every piece make the collector stop the window. */
export interface PiecePool {
  /** A copy of at most 256 KiB, to be handed on. */
  copy(piece: Uint8Array): Uint8Array
  /** Gives back what `copy` gave out; anything else is ignored. */
  release(chunk: Uint8Array): void
}

export function piecePool(): PiecePool {
  const free: Buffer[] = []
  const lent = new Map<ArrayBufferLike, Buffer>()
  return {
    copy(piece) {
      const buffer = free.pop() ?? Buffer.allocUnsafeSlow(PIECE)
      lent.set(buffer.buffer, buffer)
      buffer.set(piece)
      return buffer.subarray(0, piece.length)
    },
    release(chunk) {
      const buffer = lent.get(chunk.buffer)
      if (!buffer) return
      lent.delete(chunk.buffer)
      free.push(buffer)
    },
  }
}

/** A new file at the end of a stream, hashed while it is written and flushed at its end. */
export interface HashedOutput {
  readonly stream: Writable
  /** SHA-256 of the file, once the stream has finished. */
  checksum(): string
}

/** Streams ask by callback. */
async function settle(work: () => Promise<unknown>, done: (error?: Error | null) => void): Promise<void> {
  try {
    await work()
  } catch (error) {
    return done(error instanceof Error ? error : new Error('not written', { cause: error }))
  }
  done()
}

/** @param onWritten told of every chunk that is no longer needed */
export function hashedOutput(file: string, onWritten: (chunk: Uint8Array) => void): HashedOutput {
  const hash = createHash('sha256')
  let sum: string | null = null
  let handle: FileHandle | null = null
  const write = async (chunk: Uint8Array) => {
    for (let written = 0; written < chunk.length; ) written += (await handle?.write(chunk, written))?.bytesWritten ?? 0
    hash.update(chunk)
    onWritten(chunk)
  }
  const begin = async () => {
    handle = await open(file, 'wx', 0o644)
  }
  const stream = new Writable({
    highWaterMark: PIECE,
    construct: (done) => void settle(begin, done),
    write: (chunk: Uint8Array, _encoding, done) => void settle(async () => await write(chunk), done),
    final: (done) => void settle(async () => await handle?.sync(), done),
    destroy: (error, done) =>
      void settle(
        async () => await handle?.close(),
        (failed) => done(error ?? failed ?? null),
      ),
  })
  return { stream, checksum: () => (sum ??= hash.digest('hex')) }
}
