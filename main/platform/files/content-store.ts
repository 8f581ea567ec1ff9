import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { newId } from '#shared/kernel/ids.ts'
import { flushFolder, remove, removeQuietly } from './durable.ts'

/** A stored content: where it lies, its hash in lower-case hex and its size in octets. */
export interface StoredContent {
  readonly sha256: string
  readonly octets: number
}

/** Files by content: `ab/<sha256>`, each content once. */
export interface ContentStore {
  /** Path of a content; it need not exist. */
  pathOf(sha256: string): string
  has(sha256: string): boolean
  /** Copies a stream in, flushed to the disk together with its folder before this returns. */
  take(source: AsyncIterable<Uint8Array>, signal?: AbortSignal): Promise<StoredContent>
}

/** A content store in `root`; the folder is made when first needed. */
export function openContentStore(root: string): ContentStore {
  const pathOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('sha256')
    return join(root, sha256.slice(0, 2), sha256)
  }
  return {
    pathOf,
    has: (sha256) => existsSync(pathOf(sha256)),
    async take(source, signal) {
      mkdirSync(root, { recursive: true })
      const temporary = join(root, `${newId()}.part`)
      const hash = createHash('sha256')
      let octets = 0
      const handle = await open(temporary, 'wx', 0o600)
      try {
        try {
          for await (const chunk of source) {
            signal?.throwIfAborted()
            hash.update(chunk)
            octets += chunk.length
            await handle.writeFile(chunk)
          }
          await handle.sync()
        } finally {
          await handle.close()
        }
        const sha256 = hash.digest('hex')
        const target = pathOf(sha256)
        // A content of the right size is already there: keep it, a rename would only touch a file that packs may be reading.
        if (existsSync(target) && statSync(target).size === octets) {
          remove(temporary)
        } else {
          mkdirSync(dirname(target), { recursive: true })
          renameSync(temporary, target)
          flushFolder(dirname(target))
          flushFolder(root)
        }
        return { sha256, octets }
      } catch (error) {
        removeQuietly(temporary)
        throw error
      }
    },
  }
}

/** SHA-256 of a file in lower-case hex, read as a stream. */
export async function sha256OfFile(file: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file, signal ? { signal } : {})) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}
