import { readFileSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import type { LedgerWarning } from '#shared/ledger/schema.ts'
import { parseMounts } from '../packs/drives.ts'

/** Folders that a program keeps in step with a server: it copies a ledger half-way through a change. */
const SYNCED =
  /^(onedrive\b.*|dropbox|google ?drive|icloud ?drive|com~apple~clouddocs|mobile documents|我的坚果云|坚果云|nutstore.*|baidusyncdisk|baidunetdisk.*|百度网盘.*|wpsdrive|wps云盘|wps ?cloud ?files|微云.*|weiyun.*|阿里云盘.*|钉盘|seafile|nextcloud|owncloud|syncthing)$/i

/** File systems of other machines: locks over them do not hold. */
const NETWORK = /^(nfs\d?|cifs|smb\d?|smbfs|smb3|afpfs|9p|ncpfs|davfs\d?|fuse\.(sshfs|davfs2?|rclone|gvfsd-fuse|s3fs))$/

function fileSystemOf(directory: string, mounts: string): string {
  const inside = (path: string) => path === '/' || directory === path || directory.startsWith(`${path}/`)
  const found = parseMounts(mounts).filter(({ path }) => inside(path))
  // The last of the longest: a later mount covers an earlier one.
  return found.reduce((best, next) => (next.path.length >= best.path.length ? next : best), { path: '', fileSystem: '' }).fileSystem
}

function readMounts(): string {
  try {
    return readFileSync('/proc/mounts', 'utf8')
  } catch {
    return ''
  }
}

/** What speaks against keeping a ledger in this folder; it is opened all the same. */
export function folderWarnings(directory: string, mounts: string = readMounts()): LedgerWarning[] {
  const path = resolve(directory)
  const warnings: LedgerWarning[] = []
  const isUnc = /^(\\\\|\/\/)[^\\/]/.test(directory)
  if (isUnc || NETWORK.test(fileSystemOf(path, mounts))) warnings.push('networkFolder')
  if (path.split(sep).some((segment) => SYNCED.test(segment))) warnings.push('syncedFolder')
  return warnings
}
