import { randomBytes } from 'node:crypto'
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { StagedFile } from '#shared/files/schema.ts'
import { AppError } from '#shared/kernel/errors.ts'
import { cut } from '#shared/kernel/text.ts'
import { removeQuietly } from '../platform/files/durable.ts'

/** Largest file a shell takes in: 2 GiB, more than any scan or video of a meeting. */
export const maxStagedOctets = 2 * 1024 ** 3

/** A staged file on this machine. `path` never leaves the main process. */
export interface StagedPath {
  readonly path: string
  readonly name: string
  readonly octets: number
}

/** Files that a shell has taken in for a later call, by token. They end with the program. */
export interface Staging {
  /** A file that lies on this machine already: it is read where it is. */
  fromPath(path: string): StagedFile
  /** A file that arrives as a stream (browser shell). */
  fromStream(name: string, source: AsyncIterable<Uint8Array>, maxOctets?: number): Promise<StagedFile>
  /** @throws AppError FILE_EXPIRED */
  find(token: string): StagedPath
  /** Removes what was streamed in. */
  close(): void
}

/** The last segment of a name as a browser or system gives it; never used as a path. */
function plainName(name: string): string {
  const last = basename(name.replaceAll('\\', '/')).replaceAll('\0', '').toWellFormed().normalize('NFC').trim()
  return last === '' ? '未命名' : cut(last, 255)
}

export function openStaging(): Staging {
  const files = new Map<string, StagedPath>()
  let folder: string | null = null
  const register = (file: StagedPath): StagedFile => {
    const token = randomBytes(16).toString('hex')
    files.set(token, file)
    return { token, name: file.name, octets: file.octets }
  }
  return {
    fromPath(path) {
      try {
        const stats = statSync(path)
        if (!stats.isFile()) throw new AppError('FILE_UNREADABLE', { file: path })
        if (stats.size > maxStagedOctets) throw new AppError('FILE_TOO_LARGE', { file: path, limit: '2 GB' })
        return register({ path, name: plainName(path), octets: stats.size })
      } catch (error) {
        if (error instanceof AppError) throw error
        throw new AppError('FILE_UNREADABLE', { file: path }, { cause: error })
      }
    },
    async fromStream(name, source, maxOctets = maxStagedOctets) {
      folder ??= mkdtempSync(join(tmpdir(), 'branch-handbook-'))
      const path = join(folder, randomBytes(16).toString('hex'))
      const handle = await open(path, 'wx', 0o600)
      let octets = 0
      try {
        for await (const chunk of source) {
          octets += chunk.length
          if (octets > maxOctets) throw new AppError('FILE_TOO_LARGE', { file: plainName(name), limit: '2 GB' })
          await handle.writeFile(chunk)
        }
      } catch (error) {
        await handle.close().catch(() => undefined)
        removeQuietly(path)
        throw error
      }
      await handle.close()
      return register({ path, name: plainName(name), octets })
    },
    find(token) {
      const file = files.get(token)
      if (!file) throw new AppError('FILE_EXPIRED', {})
      return file
    },
    close() {
      if (folder) rmSync(folder, { recursive: true, force: true })
      files.clear()
      folder = null
    },
  }
}

/** The content of a staged file as a stream. It fails with AppError FILE_UNREADABLE when the file has gone or cannot be read. */
export async function* streamOf({ path, name }: StagedPath): AsyncGenerator<Uint8Array, void, undefined> {
  const source = createReadStream(path)[Symbol.asyncIterator]() as AsyncIterator<Uint8Array, undefined>
  try {
    for (;;) {
      const { done, value } = await source.next().catch((error: unknown) => {
        throw new AppError('FILE_UNREADABLE', { file: name }, { cause: error })
      })
      if (done) return
      yield value
    }
  } finally {
    await source.return?.()
  }
}
