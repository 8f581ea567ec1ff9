import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { AppError } from '#shared/kernel/errors.ts'
import type { BagSource } from './bag-plan.ts'
import { systemCode } from './target-errors.ts'

const CHUNK = 256 * 1024

/** A written file: its hash in lower-case hex and its size. */
export interface Written {
  readonly sha256: string
  readonly octets: number
}

/** Content in pieces of at most 256 KiB: hashing more in one go would hold the window up; a piece is only good until the next one is asked for. */
export async function* piecesOf(source: BagSource, signal: AbortSignal | undefined): AsyncIterable<Uint8Array> {
  if (source.kind === 'file') return yield* piecesOfFile(source.file, source.label)
  const content = source.kind === 'bytes' ? source.content : await made(source, signal)
  for (let start = 0; start < content.length; start += CHUNK) yield content.subarray(start, start + CHUNK)
}

async function made(source: Extract<BagSource, { kind: 'made' }>, signal: AbortSignal | undefined): Promise<Uint8Array> {
  try {
    return await source.make(signal)
  } catch (error) {
    // A file operation that failed while making a document says nothing about the target.
    throw systemCode(error) === null ? error : new Error('a document could not be made', { cause: error })
  }
}

async function* piecesOfFile(file: string, label: string): AsyncIterable<Uint8Array> {
  const unreadable = (cause: unknown) => new AppError('FILE_UNREADABLE', { file: label }, { cause })
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw unreadable(error)
  })
  try {
    const buffer = Buffer.allocUnsafe(CHUNK)
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, CHUNK, null).catch((error: unknown) => {
        throw unreadable(error)
      })
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await handle.close()
  }
}

async function writeAll(handle: FileHandle, piece: Uint8Array): Promise<void> {
  for (let written = 0; written < piece.length; ) written += (await handle.write(piece, written)).bytesWritten
}

/**
 * Writes one source to a new file, hashing what is written, and flushes it.
 *
 * @param onOctets told of every piece
 * @throws AppError FILE_UNREADABLE (the source), ATTACHMENT_DAMAGED (its content is no longer what was stored), CANCELLED
 */
export async function writeSource(
  source: BagSource,
  file: string,
  onOctets: (octets: number) => void,
  signal?: AbortSignal,
): Promise<Written> {
  const hash = createHash('sha256')
  let octets = 0
  const handle = await open(file, 'wx', 0o644)
  try {
    for await (const piece of piecesOf(source, signal)) {
      if (signal?.aborted) throw new AppError('CANCELLED')
      hash.update(piece)
      await writeAll(handle, piece)
      octets += piece.length
      onOctets(piece.length)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  const sha256 = hash.digest('hex')
  checkContent(source, sha256)
  return { sha256, octets }
}

/** @throws AppError ATTACHMENT_DAMAGED when a file of this machine no longer has the content that was stored */
export function checkContent(source: BagSource, sha256: string): void {
  if (source.kind === 'file' && source.sha256 !== undefined && source.sha256 !== sha256) {
    throw new AppError('ATTACHMENT_DAMAGED', { file: source.label })
  }
}
