import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '#shared/kernel/errors.ts'
import type { ManifestEntry } from '#shared/packs/bagit/manifest.ts'
import { writeSource } from './copy.ts'
import { flushFolder } from './flush.ts'
import { keptFile } from './keep.ts'
import { openReadBack } from './read-back.ts'
import type { BagSink } from './sink.ts'

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
      await mkdir(dirname(file), { recursive: true })
      const kept = isContinued ? await keptFile(bag, path, source, onOctets, signal) : null
      const result = kept ?? (await writeSource(source, file, onOctets, signal))
      written.push({ path, checksum: result.sha256 })
      return result
    },
    async close() {
      await mkdir(join(bag, 'data'), { recursive: true })
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
