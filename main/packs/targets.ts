import { randomBytes } from 'node:crypto'
import { access, constants, opendir, stat, statfs } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, join } from 'node:path'
import { AppError } from '#shared/kernel/errors.ts'
import { byText } from '#shared/kernel/order.ts'
import type { ExportTarget } from '#shared/packs/schema.ts'
import { containedPath } from '../platform/files/contain.ts'
import { workSuffix } from './bag/workplace.ts'
import { type DriveSources, removableDrives, systemDrives } from './drives.ts'
import { userFolders } from './user-folders.ts'

/** A folder inside a target; `isPack`: a bag lies in it. */
export type BrowsedTarget = ExportTarget & { readonly isPack: boolean }

/** Drives and folders that the renderer may choose from; it only ever sees the id (DESIGN §6). */
export interface Targets {
  list(): Promise<ExportTarget[]>
  /** Folders inside, by name, at most `maxBrowsed`. @throws AppError TARGET_UNKNOWN, also when the folder has gone */
  browse(id: string): Promise<BrowsedTarget[]>
  /** Path of a listed id. @throws AppError TARGET_UNKNOWN */
  resolve(id: string): string
  /** File system of the drive a path lies on, as the system names it; '' where nobody says. */
  fileSystemOf(path: string): Promise<string>
  /** Makes a path that the shell itself was given (a native dialog, the command line) choosable. */
  admit(path: string): string
}

export interface TargetsOptions {
  readonly home?: string
  readonly drives?: DriveSources
}

/** Most folders that are shown of one; a stick's root rarely has more than a few. */
export const maxBrowsed = 500

/** Free octets and whether this user may write; a folder that is going away answers none and no. */
async function measured(path: string): Promise<Pick<ExportTarget, 'freeOctets' | 'isWritable'>> {
  const [space, isWritable] = await Promise.all([
    statfs(path).catch(() => null),
    access(path, constants.W_OK).then(
      () => true,
      () => false,
    ),
  ])
  return { freeOctets: space ? space.bavail * space.bsize : 0, isWritable }
}

const isFile = async (path: string) => (await stat(path).catch(() => null))?.isFile() ?? false

/** Names of folders and ZIP files inside, without hidden ones, links, system folders of sticks and unfinished exports. */
async function foldersIn(path: string): Promise<string[]> {
  const names: string[] = []
  const folder = await opendir(path).catch((cause: unknown) => {
    throw new AppError('TARGET_UNKNOWN', { path }, { cause })
  })
  for await (const entry of folder) {
    const isArchive = entry.isFile() && /\.zip$/i.test(entry.name)
    const isSystem = /^[.$]/.test(entry.name) || entry.name === 'System Volume Information'
    // What is not finished is named by `leftovers`; nothing is to be put into it or read from it.
    if ((!entry.isDirectory() && !isArchive) || isSystem || entry.name.endsWith(workSuffix)) continue
    names.push(entry.name)
    if (names.length >= maxBrowsed) break
  }
  return names.toSorted(byText)
}

export function openTargets({ home = homedir(), drives: driveSources = systemDrives }: TargetsOptions = {}): Targets {
  const pathOfId = new Map<string, string>()
  const idOfPath = new Map<string, string>()
  /** Folders that the user has chosen in a dialog of the system. */
  const chosen = new Set<string>()
  const admit = (path: string) => {
    const known = idOfPath.get(path)
    if (known !== undefined) return known
    const id = randomBytes(16).toString('hex')
    pathOfId.set(id, path)
    idOfPath.set(path, id)
    return id
  }
  const resolve = (id: string) => {
    const path = pathOfId.get(id)
    if (path === undefined) throw new AppError('TARGET_UNKNOWN')
    return path
  }
  return {
    admit(path) {
      chosen.add(path)
      return admit(path)
    },
    resolve,
    async fileSystemOf(path) {
      const drives = (await removableDrives(driveSources)).filter(
        (drive) => path === drive.path || containedPath(drive.path, path) !== null,
      )
      return drives.toSorted((a, b) => b.path.length - a.path.length)[0]?.fileSystem ?? ''
    },
    async list() {
      const [plugged, folders] = await Promise.all([removableDrives(driveSources), userFolders(home)])
      const found = [
        ...plugged.map((drive) => ({ ...drive, kind: 'removable' as const })),
        ...folders.map((folder) => ({ ...folder, fileSystem: '', kind: 'folder' as const })),
      ]
      for (const path of chosen) {
        if (!found.some((known) => known.path === path))
          found.push({ path, label: basename(path) || path, fileSystem: '', kind: 'folder' })
      }
      return await Promise.all(
        found.map(async ({ path, label, kind, fileSystem }) => ({
          id: admit(path),
          label,
          path,
          kind,
          ...(fileSystem === '' ? {} : { fileSystem }),
          ...(await measured(path)),
        })),
      )
    },
    async browse(id) {
      const parent = resolve(id)
      const names = await foldersIn(parent)
      return await Promise.all(
        names.map(async (name) => {
          const path = join(parent, name)
          const isPack = /\.zip$/i.test(name) ? await isFile(path) : await isFile(join(path, 'bagit.txt'))
          const space = await measured(path)
          // An archive is a pack to be read; nothing is exported into it.
          const isWritable = space.isWritable && !/\.zip$/i.test(name)
          return { id: admit(path), label: name, path, kind: 'folder' as const, isPack, ...space, isWritable }
        }),
      )
    },
  }
}
