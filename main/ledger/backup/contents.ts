import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { flushFolder, removeQuietly } from '../../platform/files/durable.ts'

/** Path of a content below a folder of contents. */
export const contentPath = (root: string, sha256: string) => join(root, sha256.slice(0, 2), sha256)

export const hasContent = (root: string, sha256: string, octets: number) =>
  statSync(contentPath(root, sha256), { throwIfNoEntry: false })?.size === octets && existsSync(contentPath(root, sha256))

const PIECE = 1024 * 1024

async function pour(source: FileHandle, target: FileHandle, signal: AbortSignal | undefined): Promise<string> {
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(PIECE)
  for (;;) {
    signal?.throwIfAborted()
    const { bytesRead } = await source.read(buffer, 0, PIECE, null)
    if (bytesRead === 0) return hash.digest('hex')
    hash.update(buffer.subarray(0, bytesRead))
    for (let written = 0; written < bytesRead; ) {
      written += (await target.write(buffer, written, bytesRead - written)).bytesWritten
    }
  }
}

/**
 * Copies one content from folder to folder, flushed; false, and nothing written, when the source is missing or no longer
 * what its name says.
 */
export async function copyContent(from: string, to: string, sha256: string, signal?: AbortSignal): Promise<boolean> {
  const source = await open(contentPath(from, sha256), 'r').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })
  if (!source) return false
  try {
    const target = contentPath(to, sha256)
    mkdirSync(dirname(target), { recursive: true })
    const temporary = `${target}.part`
    let isSame = false
    const handle = await open(temporary, 'w', 0o600)
    try {
      isSame = (await pour(source, handle, signal)) === sha256
      if (isSame) await handle.sync()
    } finally {
      await handle.close()
      if (!isSame) removeQuietly(temporary)
    }
    if (!isSame) return false
    renameSync(temporary, target)
    flushFolder(dirname(target))
    return true
  } finally {
    await source.close()
  }
}
