import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'

/** A stick or card: where it is mounted, what it is called, which file system it has ('' where nobody says). */
export interface Drive {
  readonly path: string
  readonly label: string
  readonly fileSystem: string
}

/** Where the system keeps what is asked here; tests put a folder of their own in its place. */
export interface DriveSources {
  readonly platform: NodeJS.Platform
  /** `/proc/mounts` */
  readonly mounts: string
  /** `/sys/class/block` */
  readonly blocks: string
}

export const systemDrives: DriveSources = { platform: process.platform, mounts: '/proc/mounts', blocks: '/sys/class/block' }

/** One line of /proc/mounts; blanks in paths are written as octal (`\040`). */
export function parseMounts(text: string): { readonly device: string; readonly path: string; readonly fileSystem: string }[] {
  const plain = (field: string) => {
    const octets = Buffer.from(field, 'utf8')
      .toString('latin1')
      .replace(/\\([0-7]{3})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 8)))
    return Buffer.from(octets, 'latin1').toString('utf8')
  }
  return text.split('\n').flatMap((line) => {
    const [device, path, fileSystem] = line.split(' ')
    return device && path && fileSystem ? [{ device: plain(device), path: plain(path), fileSystem }] : []
  })
}

/** True when the kernel calls the whole disk of a partition removable: `sdb1` and `mmcblk0p1` both lie inside their disk. */
async function isRemovable(device: string, blocks: string): Promise<boolean> {
  const name = basename(device)
  const disk = name.replace(/(?<=[a-z])\d+$|(?<=\d)p\d+$/, '')
  for (const candidate of [name, disk]) {
    const flag = await readFile(join(blocks, candidate, 'removable'), 'utf8').catch(() => '')
    if (flag.trim() === '1') return true
  }
  return false
}

/** Folders below which a desktop mounts what a user has plugged in. */
const MEDIA = ['/media/', '/run/media/']
/** File systems that are no place for files, or no stick. */
const NOT_A_DRIVE = new Set(['iso9660', 'udf', 'squashfs', 'tmpfs', 'devtmpfs', 'proc', 'sysfs', 'overlay', 'autofs', 'cgroup2'])

async function linuxDrives({ mounts, blocks }: DriveSources): Promise<Drive[]> {
  const found = parseMounts(await readFile(mounts, 'utf8').catch(() => ''))
  const checked = await Promise.all(
    found.map(async ({ device, path, fileSystem }) => {
      if (NOT_A_DRIVE.has(fileSystem) || !device.startsWith('/dev/') || path === '/' || path.startsWith('/boot')) return []
      const isPlugged = MEDIA.some((folder) => path.startsWith(folder)) || (await isRemovable(device, blocks))
      return isPlugged ? [{ path, label: basename(path), fileSystem }] : []
    }),
  )
  return checked.flat()
}

/** Volumes of macOS except the one the system runs from, which is a link there. */
async function macDrives(): Promise<Drive[]> {
  const entries = await readdir('/Volumes', { withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ path: join('/Volumes', name), label: name, fileSystem: '' }))
}

/** What PowerShell answers: one object or a list, or nothing at all. */
export function parseWindowsDrives(json: string): Drive[] {
  if (json.trim() === '') return []
  const parsed: unknown = JSON.parse(json)
  return (Array.isArray(parsed) ? parsed : [parsed]).flatMap((item: unknown) => {
    if (typeof item !== 'object' || item === null || !('DeviceID' in item) || typeof item.DeviceID !== 'string') return []
    const named = (key: string) => {
      const value = (item as Record<string, unknown>)[key]
      return typeof value === 'string' ? value : ''
    }
    return [
      {
        path: `${item.DeviceID}\\`,
        label: `${named('VolumeName') || 'U 盘'}（${item.DeviceID}）`,
        fileSystem: named('FileSystem'),
      },
    ]
  })
}

// DriveType 2 is removable. The console's own code page would garble Chinese names.
const WINDOWS_QUERY =
  '[Console]::OutputEncoding=[Text.Encoding]::UTF8; Get-CimInstance Win32_LogicalDisk -Filter "DriveType=2" | Where-Object Size | Select-Object DeviceID,VolumeName,FileSystem | ConvertTo-Json -Compress'

async function windowsDrives(): Promise<Drive[]> {
  const { stdout } = await promisify(execFile)('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', WINDOWS_QUERY], {
    encoding: 'utf8',
    timeout: 15_000,
    windowsHide: true,
  })
  return parseWindowsDrives(stdout)
}

/** Sticks and cards that are plugged in and mounted. Where the system cannot be asked, none: folders remain. */
export async function removableDrives(sources: DriveSources): Promise<Drive[]> {
  try {
    if (sources.platform === 'win32') return await windowsDrives()
    return sources.platform === 'darwin' ? await macDrives() : await linuxDrives(sources)
  } catch {
    return []
  }
}
