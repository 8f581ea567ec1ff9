import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { containedPath } from '../../platform/files/contain.ts'

/** The kinds of file a built page consists of; any other is not served. */
const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/** A file of the page. */
export interface StaticFile {
  readonly mediaType: string
  readonly content: Uint8Array
}

/** The file of a decoded URL path, or null: outside of `root`, hidden, of another kind or not there. */
export async function staticFile(root: string, path: string): Promise<StaticFile | null> {
  const name = path === '/' ? 'index.html' : path.slice(1)
  const mediaType = mediaTypes[extname(name).toLowerCase()]
  if (mediaType === undefined || name.split(/[\\/]/).some((segment) => segment.startsWith('.'))) return null
  const file = containedPath(root, name)
  if (file === null) return null
  try {
    return { mediaType, content: await readFile(file) }
  } catch {
    return null
  }
}

/**
 * The built page: beside the bundle (`dist/main` → `dist/renderer`).
 * @throws Error when it has not been built
 */
export function rendererFolder(from: string): string {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    const dist = basename(folder) === 'dist' ? folder : join(folder, 'dist')
    if (existsSync(join(dist, 'renderer', 'index.html'))) return join(dist, 'renderer')
  }
  throw new Error('the page has not been built: npm run build')
}
