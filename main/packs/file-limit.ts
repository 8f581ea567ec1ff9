import { statfs } from 'node:fs/promises'
import { isFat } from '#shared/packs/file-systems.ts'
import type { Targets } from './targets.ts'

/** One octet less than 4 GiB: the size of a file has 32 bits on FAT32. */
export const fat32FileLimit = 0xffff_ffff

/** `f_type` of vfat in Linux's statfs(2). */
const MSDOS_SUPER_MAGIC = 0x4d44

/** Largest file that can lie in a folder, in octets; null where nothing limits it in practice. */
export async function maxFileOctets(path: string, targets: Pick<Targets, 'fileSystemOf'>): Promise<number | null> {
  if (isFat(await targets.fileSystemOf(path))) return fat32FileLimit
  const stats = await statfs(path).catch(() => null)
  return stats?.type === MSDOS_SUPER_MAGIC ? fat32FileLimit : null
}
