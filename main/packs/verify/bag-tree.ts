import { constants } from 'node:fs'
import { lstat, open, opendir } from 'node:fs/promises'
import { join } from 'node:path'

/** What lies in a bag, by path from its root with `/`. `link` and `other` (devices, pipes) are never opened. */
export interface TreeEntry {
  readonly path: string
  readonly kind: 'file' | 'folder' | 'link' | 'other' | 'unreadable'
  readonly octets: number
}

/** A bag that can be read: today a folder; whoever reads archives gives the same two functions. */
export interface BagTree {
  /** Everything below the root; parents before their contents. */
  entries(): AsyncIterable<TreeEntry>
  /** The content of a file. A chunk is only good until the next one is asked for. */
  read(path: string): AsyncIterable<Uint8Array>
}

const CHUNK = 1024 * 1024

async function* entriesOf(root: string): AsyncIterable<TreeEntry> {
  const waiting = ['']
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const handle = await opendir(join(root, folder)).catch(() => null)
    if (!handle) {
      yield { path: folder, kind: 'unreadable', octets: 0 }
      continue
    }
    for await (const item of handle) {
      const path = folder === '' ? item.name : `${folder}/${item.name}`
      // Not the directory entry's own type: some file systems do not know it, and the size is needed anyway.
      const stats = await lstat(join(root, path)).catch(() => null)
      if (!stats) yield { path, kind: 'unreadable', octets: 0 }
      else if (stats.isSymbolicLink()) yield { path, kind: 'link', octets: 0 }
      else if (stats.isDirectory()) {
        waiting.push(path)
        yield { path, kind: 'folder', octets: 0 }
      } else yield { path, kind: stats.isFile() ? 'file' : 'other', octets: stats.size }
    }
  }
}

async function* contentOf(file: string): AsyncIterable<Uint8Array> {
  // O_NOFOLLOW: what was a file when it was listed may have become a link since.
  const handle = await open(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
  try {
    const buffer = Buffer.allocUnsafe(CHUNK)
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, CHUNK, null)
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await handle.close()
  }
}

/** The bag in a folder. The folder itself may be reached through a link; nothing below it is. */
export function folderTree(root: string): BagTree {
  return { entries: () => entriesOf(root), read: (path) => contentOf(join(root, path)) }
}
