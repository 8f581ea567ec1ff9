import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '#shared/kernel/errors.ts'
import { type BagPlan, expectedOctets } from './bag-plan.ts'

/** Tag files and the file system's own needs, which are not known beforehand. */
const MARGIN = 1024 * 1024

/** Free octets for this user on the file system of `path`, and its cluster size. */
export async function spaceOf(path: string): Promise<{ readonly free: number; readonly cluster: number }> {
  const stats = await statfs(path)
  return { free: stats.bavail * stats.bsize, cluster: stats.bsize }
}

/** Octets that a plan takes on a file system with this cluster size: every file and folder fills whole clusters. */
export function neededOctets(plan: BagPlan, cluster: number): number {
  const unit = Math.max(cluster, 512)
  const files = plan.entries.reduce((sum, { source }) => sum + Math.ceil(expectedOctets(source) / unit) * unit, 0)
  const folders = new Set(plan.entries.map(({ path }) => dirname(path))).size + 3
  // A line of the manifest for each file: checksum, path, separators.
  const lists = plan.entries.reduce((sum, { path }) => sum + 70 + Buffer.byteLength(path), 0)
  return files + (folders + 8) * unit + lists + MARGIN
}

/** @throws AppError TARGET_NO_SPACE with `needed` and `free` in octets */
export async function checkSpace(plan: BagPlan, targetPath: string): Promise<{ readonly needed: number; readonly free: number }> {
  const { free, cluster } = await spaceOf(targetPath)
  const needed = neededOctets(plan, cluster)
  if (needed > free) throw new AppError('TARGET_NO_SPACE', { path: targetPath, needed, free })
  return { needed, free }
}
