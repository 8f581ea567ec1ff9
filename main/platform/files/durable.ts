import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** Makes the names in a folder durable. Windows cannot open a folder for this and does it by itself. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Flushes a file that somebody else has written. */
export function flushFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Writes a whole small file so that after a power cut either the old or the new content is there. */
export function writeFileDurably(file: string, content: string | Uint8Array, mode = 0o600): void {
  mkdirSync(dirname(file), { recursive: true })
  const temporary = `${file}.tmp`
  const data = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  const handle = openSync(temporary, 'w', mode)
  try {
    let written = 0
    while (written < data.length) written += writeSync(handle, data, written)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(temporary, file)
  flushFolder(dirname(file))
}

/** Removes a file or a folder with what is in it, if it is there. What Node fails at here without a code is an error of the device. */
export function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch (error) {
    throw error instanceof Error && 'code' in error && error.code !== '' ? error : Object.assign(error as Error, { code: 'EIO' })
  }
}

/** Clears away what a failure has left, as far as it can: that failure is what must be told, and the next start clears away the rest. */
export function removeQuietly(path: string): void {
  try {
    remove(path)
  } catch {
    // A disk that has failed before.
  }
}
