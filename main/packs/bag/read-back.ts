import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { AppError } from '#shared/kernel/errors.ts'
import { systemCode } from './target-errors.ts'

const CHUNK = 1024 * 1024
const WASM_PAGE = 65_536

interface MemoryMaker {
  readonly Memory: new (size: { initial: number; maximum: number }) => { readonly buffer: ArrayBuffer }
}

/**
 * A buffer that begins at a page of memory: reading past the cache takes no other, and Node has no call for one. The
 * memory of a WebAssembly module always begins at a page.
 */
function alignedBuffer(): Buffer {
  const pages = CHUNK / WASM_PAGE
  const { WebAssembly } = globalThis as unknown as { readonly WebAssembly: MemoryMaker }
  return Buffer.from(new WebAssembly.Memory({ initial: pages, maximum: pages }).buffer)
}

/** Reads written files again and compares. */
export interface ReadBack {
  /** SHA-256 of a file as it now lies on the target. */
  hash(file: string, onOctets: (octets: number) => void, signal?: AbortSignal): Promise<string>
  /** False once a file came, or may have come, from memory instead of the device. */
  readonly isPastCache: boolean
}

/** On Linux past the page cache with O_DIRECT where the file system allows it; elsewhere an ordinary reading. */
export function openReadBack(): ReadBack {
  let isPastCache = process.platform === 'linux' && constants.O_DIRECT !== undefined
  const buffer = isPastCache ? alignedBuffer() : Buffer.allocUnsafe(CHUNK)
  const hashWith = async (flags: number, file: string, onOctets: (octets: number) => void, signal?: AbortSignal) => {
    const hash = createHash('sha256')
    const handle = await open(file, flags)
    try {
      for (;;) {
        if (signal?.aborted) throw new AppError('CANCELLED')
        const { bytesRead } = await handle.read(buffer, 0, CHUNK, null)
        hash.update(buffer.subarray(0, bytesRead))
        onOctets(bytesRead)
        // Only the last piece is short; asking again from an unaligned place would be refused.
        if (bytesRead < CHUNK) return hash.digest('hex')
      }
    } finally {
      await handle.close()
    }
  }
  return {
    get isPastCache() {
      return isPastCache
    },
    async hash(file, onOctets, signal) {
      if (isPastCache) {
        try {
          return await hashWith(constants.O_RDONLY | constants.O_DIRECT, file, onOctets, signal)
        } catch (error) {
          if (!['EINVAL', 'ENOTSUP', 'EOPNOTSUPP'].includes(systemCode(error) ?? '')) throw error
          isPastCache = false
        }
      }
      return await hashWith(constants.O_RDONLY, file, onOctets, signal)
    },
  }
}
