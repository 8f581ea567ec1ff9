import { randomBytes } from 'node:crypto'
import { AppError } from '#shared/kernel/errors.ts'
import type { ExportTarget } from '#shared/packs/schema.ts'

/** Drives and folders that the renderer may choose from; it only ever sees the id (DESIGN §6). */
export interface Targets {
  list(): Promise<ExportTarget[]>
  browse(id: string): Promise<(ExportTarget & { readonly isPack: boolean })[]>
  /** Path of a listed id. @throws AppError TARGET_UNKNOWN */
  resolve(id: string): string
  /** Makes a path that the shell itself was given (a native dialog, the command line) choosable. */
  admit(path: string): string
}

export function openTargets(): Targets {
  const paths = new Map<string, string>()
  const admit = (path: string) => {
    for (const [id, known] of paths) if (known === path) return id
    const id = randomBytes(16).toString('hex')
    paths.set(id, path)
    return id
  }
  return {
    admit,
    resolve(id) {
      const path = paths.get(id)
      if (path === undefined) throw new AppError('TARGET_UNKNOWN', {})
      return path
    },
    list: async () => [],
    browse: async () => [],
  }
}
