import fs from 'node:fs'
import fsp, { type FileHandle } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { dirname, join } from 'node:path'

/** Files of a folder by their path in it. */
export type DiskState = ReadonlyMap<string, Buffer>

/** What the disk may hold after a power cut at one moment. */
export interface PowerCut {
  /** Which call had just returned. */
  readonly after: string
  /** `flushed`: only names of flushed folders; `names`: all names, as file systems with a journal of names keep them. */
  readonly kind: 'flushed' | 'names'
  readonly disk: DiskState
}

export interface PowerModel {
  /** Takes the state at this moment, under a name of its own; answers how many states there were before. */
  mark(name: string): number
  readonly cuts: readonly PowerCut[]
  /** Puts node's functions back. */
  stop(): void
}

const original = {
  fsyncSync: fs.fsyncSync,
  renameSync: fs.renameSync,
  rmSync: fs.rmSync,
  mkdirSync: fs.mkdirSync,
  closeSync: fs.closeSync,
  copyFileSync: fs.copyFileSync,
  open: fsp.open,
  rename: fsp.rename,
  mkdir: fsp.mkdir,
}

/** A file or folder whatever its name; numbers of inodes are given out again, moments of birth are not. */
function idOf(path: string): string | null {
  const stats = fs.statSync(path, { bigint: true, throwIfNoEntry: false })
  return stats ? `${stats.ino}-${stats.birthtimeNs}` : null
}

/**
 * Watches everything that is written below `root` through node's own file calls: at each of them the disk is taken down as it
 * would be after a power cut, contents as they were when last flushed (never flushed: empty), names either as their folder
 * was last flushed, or as they are. What lies there at the beginning is on the disk.
 *
 * SQLite writes past node. `isSqlites` names the file that is its own while it is open: such a file counts as flushed at every
 * moment at which no transaction is under way, which is what `synchronous=EXTRA` promises; it is not what is tested here.
 * A file that has never been flushed before it took that name is empty all the same.
 */
export function watchDisk(root: string, isSqlites: (path: string) => boolean): PowerModel {
  const contents = new Map<string, Buffer>()
  const names = new Map<string, Map<string, { id: string; isFolder: boolean }>>()
  const cuts: PowerCut[] = []

  const listing = (folder: string) =>
    new Map(
      fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const id = idOf(join(folder, entry.name))
        return id === null ? [] : [[entry.name, { id, isFolder: entry.isDirectory() }] as const]
      }),
    )
  const settle = (folder: string) => {
    names.set(idOf(folder) ?? '', listing(folder))
    for (const [name, { id, isFolder }] of listing(folder)) {
      if (isFolder) settle(join(folder, name))
      else contents.set(id, fs.readFileSync(join(folder, name)))
    }
  }
  settle(root)

  const flushedState = (): DiskState => {
    const disk = new Map<string, Buffer>()
    const walk = (id: string, path: string) => {
      for (const [name, entry] of names.get(id) ?? []) {
        const inner = path === '' ? name : join(path, name)
        if (entry.isFolder) walk(entry.id, inner)
        else disk.set(inner, contentOf(entry.id, inner))
      }
    }
    walk(idOf(root) ?? '', '')
    return disk
  }
  const contentOf = (id: string, path: string) => {
    const known = contents.get(id)
    const live = join(root, path)
    if (known !== undefined && isSqlites(live) && idOf(live) === id) return fs.readFileSync(live)
    return known ?? Buffer.alloc(0)
  }
  const namedState = (): DiskState => {
    const disk = new Map<string, Buffer>()
    const walk = (path: string) => {
      for (const [name, { id, isFolder }] of listing(join(root, path))) {
        const inner = join(path, name)
        if (isFolder) walk(inner)
        else disk.set(inner, contentOf(id, inner))
      }
    }
    walk('')
    return disk
  }
  const take = (after: string) => {
    cuts.push({ after, kind: 'flushed', disk: flushedState() }, { after, kind: 'names', disk: namedState() })
  }
  const isInside = (path: unknown) => typeof path === 'string' && path.startsWith(root)
  const flushed = (descriptor: number) => {
    const path = fs.readlinkSync(`/proc/self/fd/${descriptor}`)
    if (!isInside(path)) return
    const id = idOf(path)
    if (id === null) return
    if (fs.fstatSync(descriptor).isDirectory()) names.set(id, listing(path))
    else contents.set(id, fs.readFileSync(path))
    take(`flush ${path.slice(root.length)}`)
  }
  const watched = <T extends (...args: never[]) => unknown>(name: string, call: T) =>
    ((...args: Parameters<T>) => {
      const result = call(...args)
      const after = () => {
        if (args.some(isInside))
          take(
            `${name} ${args
              .filter(isInside)
              .map((path) => String(path).slice(root.length))
              .join(' → ')}`,
          )
      }
      if (result instanceof Promise) return result.then((value: unknown) => (after(), value))
      after()
      return result
    }) as T

  Object.assign(fs, {
    fsyncSync: (descriptor: number) => {
      original.fsyncSync(descriptor)
      flushed(descriptor)
    },
    renameSync: watched('rename', original.renameSync),
    rmSync: watched('remove', original.rmSync),
    mkdirSync: watched('make', original.mkdirSync as (...args: never[]) => unknown),
    copyFileSync: watched('copy', original.copyFileSync),
  })
  Object.assign(fsp, {
    rename: watched('rename', original.rename),
    mkdir: watched('make', original.mkdir as (...args: never[]) => unknown),
    async open(...args: Parameters<typeof original.open>): Promise<FileHandle> {
      const handle = await original.open(...args)
      const sync = handle.sync.bind(handle)
      handle.sync = async () => {
        await sync()
        flushed(handle.fd)
      }
      return handle
    },
  })
  syncBuiltinESMExports()
  return {
    cuts,
    mark(name) {
      const before = cuts.length
      take(name)
      return before
    },
    stop() {
      const { open, rename, mkdir, ...sync } = original
      Object.assign(fs, sync)
      Object.assign(fsp, { open, rename, mkdir })
      syncBuiltinESMExports()
    },
  }
}

/** Lays a state out as real files. */
export function layOut(disk: DiskState, folder: string): void {
  for (const [path, content] of disk) {
    fs.mkdirSync(dirname(join(folder, path)), { recursive: true })
    fs.writeFileSync(join(folder, path), content)
  }
}

/** Distinct states only: most calls change nothing that a power cut would leave. */
export function distinct(cuts: readonly PowerCut[], from = 0): PowerCut[] {
  const seen = new Set<string>()
  return cuts.slice(from).filter(({ disk }) => {
    const key = [...disk]
      .map(
        ([path, content]) =>
          `${path}:${content.length}:${content.toString('base64', 0, 64)}${content.toString('base64', Math.max(0, content.length - 64))}`,
      )
      .toSorted()
      .join('\n')
    return !seen.has(key) && seen.add(key) !== undefined
  })
}
