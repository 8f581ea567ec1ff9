import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '#shared/kernel/errors.ts'
import type { ManifestEntry } from '#shared/packs/bagit/manifest.ts'
import { writeSource } from './copy.ts'
import { flushFolder } from './flush.ts'
import { keptFile } from './keep.ts'
import { openReadBack } from './read-back.ts'
import type { BagSink } from './sink.ts'

/** Makes a folder in the bag, and those above it, but never the bag: when the stick is gone it would come to be on this computer's disk. */
async function makeFolder(bag: string, folder: string): Promise<void> {
  const names = folder === '.' ? [] : folder.split('/')
  for (let depth = 1; depth <= names.length; depth++) {
    await mkdir(join(bag, ...names.slice(0, depth))).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    })
  }
}

/**
 * Writes into the folder `bag`, which exists. Every file is flushed as it is written, every folder at the end.
 *
 * @param isContinued what an interrupted export has left there is kept, where it is what is asked for
 */
export function folderSink(bag: string, isContinued = false): BagSink {
  const written: ManifestEntry[] = []
  return {
    async put(path, source, onOctets, signal) {
      const file = join(bag, path)
      await makeFolder(bag, dirname(path))
      const kept = isContinued ? await keptFile(bag, path, source, onOctets, signal) : null
      const result = kept ?? (await writeSource(source, file, onOctets, signal))
      written.push({ path, checksum: result.sha256 })
      return result
    },
    async close() {
      await makeFolder(bag, 'data')
      // From the deepest folder up: a file that was flushed is lost when its folder was not.
      const folders = new Set<string>(['data'])
      for (const { path } of written) for (let at = dirname(path); at !== '.'; at = dirname(at)) folders.add(at)
      for (const folder of [...folders].toSorted((a, b) => b.length - a.length)) await flushFolder(join(bag, folder))
      await flushFolder(bag)
      await flushFolder(dirname(bag))
    },
    async readBack(onOctets, signal) {
      const back = openReadBack()
      for (const { path, checksum } of written) {
        if (signal?.aborted) throw new AppError('CANCELLED')
        onOctets(path, 0)
        if ((await back.hash(join(bag, path), (octets) => onOctets(path, octets), signal)) !== checksum) {
          throw new AppError('PACK_READ_BACK_FAILED', { file: path })
        }
      }
      return back.isPastCache
    },
    abandon: async () => undefined,
  }
}
