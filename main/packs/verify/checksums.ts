import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { AppError } from '#shared/kernel/errors.ts'
import type { BagTree } from './bag-tree.ts'

/** Longest time without letting anything else happen, in milliseconds. */
const MAX_BUSY = 10

/** Checksums of one file by several algorithms in one reading. `onOctets` is told of every chunk. */
export async function checksumsOf(
  tree: BagTree,
  path: string,
  algorithms: Iterable<string>,
  onOctets: (octets: number) => void,
  signal?: AbortSignal,
): Promise<Map<string, string>> {
  const hashes = [...algorithms].map((algorithm) => [algorithm, createHash(algorithm)] as const)
  let pause = performance.now() + MAX_BUSY
  for await (const chunk of tree.read(path)) {
    // Streams hand on what they have without letting go: a window would wait for the end of the file.
    if (performance.now() > pause) {
      await setImmediate()
      pause = performance.now() + MAX_BUSY
    }
    if (signal?.aborted) throw new AppError('CANCELLED')
    for (const [, hash] of hashes) hash.update(chunk)
    onOctets(chunk.length)
  }
  return new Map(hashes.map(([algorithm, hash]) => [algorithm, hash.digest('hex')]))
}
