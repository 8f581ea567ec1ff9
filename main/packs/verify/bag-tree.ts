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

const CHUNK = 256 * 1024

/** One thing in a folder. Not by the folder's own word: some file systems do not know kinds, and the size is needed. */
async function entryAt(root: string, path: string): Promise<TreeEntry> {
  const stats = await lstat(join(root, path)).catch(() => null)
  if (!stats) return { path, kind: 'unreadable', octets: 0 }
  if (stats.isSymbolicLink()) return { path, kind: 'link', octets: 0 }
  if (stats.isDirectory()) return { path, kind: 'folder', octets: 0 }
  return { path, kind: stats.isFile() ? 'file' : 'other', octets: stats.size }
}

async function* entriesOf(root: string): AsyncIterable<TreeEntry> {
  const waiting = ['']
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    try {
      for await (const { name } of await opendir(join(root, folder))) {
        const entry = await entryAt(root, folder === '' ? name : `${folder}/${name}`)
        if (entry.kind === 'folder') waiting.push(entry.path)
        yield entry
      }
    } catch {
      yield { path: folder, kind: 'unreadable', octets: 0 }
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
