import { createHash } from 'node:crypto'
import { lstat, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#shared/kernel/errors.ts'
import { folderTree } from '../verify/bag-tree.ts'
import { checksumsOf } from '../verify/checksums.ts'
import type { BagPlan, BagSource } from './bag-plan.ts'
import type { Written } from './copy.ts'

/**
 * Makes an unfinished bag fit to go on with: what the plan does not name is removed.
 *
 * @throws AppError PACK_CHANGED when there is a link or a device in it, which this program never writes
 */
export async function sweepUnfinished(bag: string, plan: BagPlan): Promise<void> {
  if (!(await lstat(bag).catch(() => null))?.isDirectory()) return
  const planned = new Set(plan.entries.map(({ path }) => `data/${path}`))
  const stray: string[] = []
  for await (const { path, kind } of folderTree(bag).entries()) {
    if (kind !== 'file' && kind !== 'folder') throw new AppError('PACK_CHANGED', { name: path })
    if (kind === 'file' && !planned.has(path)) stray.push(path)
  }
  for (const path of stray) await rm(join(bag, path))
}

/** Size and hash that a file must have to be kept; null for papers, which are made anew. */
function expected(source: BagSource): Written | null {
  if (source.kind === 'bytes') {
    return { octets: source.content.length, sha256: createHash('sha256').update(source.content).digest('hex') }
  }
  return source.kind === 'file' && source.sha256 !== undefined ? { octets: source.octets, sha256: source.sha256 } : null
}

/**
 * Reads a file that an interrupted export has left: kept when it is what the plan asks for, otherwise removed.
 *
 * @throws AppError CANCELLED
 */
export async function keptFile(
  bag: string,
  path: string,
  source: BagSource,
  onOctets: (octets: number) => void,
  signal?: AbortSignal,
): Promise<Written | null> {
  const stats = await stat(join(bag, path)).catch(() => null)
  if (!stats) return null
  const wanted = expected(source)
  if (wanted?.octets === stats.size) {
    let read = 0
    const count = (octets: number) => {
      read += octets
      onOctets(octets)
    }
    const actual = await checksumsOf(folderTree(bag), path, ['sha256'], count, signal)
    if (actual.get('sha256') === wanted.sha256) return wanted
    onOctets(-read)
  }
  await rm(join(bag, path))
  return null
}
