import { isAbsolute, relative, resolve, sep } from 'node:path'

/**
 * The absolute path of `name` inside `root`, or null when it would leave it. Compared by path segments: a prefix test
 * would take `/data/app-evil` for a part of `/data/app`.
 */
export function containedPath(root: string, name: string): string | null {
  if (name.includes('\0')) return null
  const path = resolve(root, name)
  const inside = relative(resolve(root), path)
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return null
  return path
}
