import { createHash } from 'node:crypto'
import { AppError } from '#shared/kernel/errors.ts'
import type { BagTree } from './bag-tree.ts'

/** Checksums of one file by several algorithms in one reading. `onOctets` is told of every chunk. */
export async function checksumsOf(
  tree: BagTree,
  path: string,
  algorithms: Iterable<string>,
  onOctets: (octets: number) => void,
  signal?: AbortSignal,
): Promise<Map<string, string>> {
  const hashes = [...algorithms].map((algorithm) => [algorithm, createHash(algorithm)] as const)
  for await (const chunk of tree.read(path)) {
    if (signal?.aborted) throw new AppError('CANCELLED')
    for (const [, hash] of hashes) hash.update(chunk)
    onOctets(chunk.length)
  }
  return new Map(hashes.map(([algorithm, hash]) => [algorithm, hash.digest('hex')]))
}
