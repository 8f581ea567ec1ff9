import { createHash } from 'node:crypto'
import { basename, dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { AppError } from '#shared/kernel/errors.ts'
import { expectedOctets } from './bag-plan.ts'
import { checkContent, piecesOf, type Written } from './copy.ts'
import { flushFolder } from './flush.ts'
import { openReadBack } from './read-back.ts'
import type { BagSink } from './sink.ts'
import { hashedOutput, piecePool } from './zip-output.ts'

/** From here on an entry is written with 64-bit sizes; documents that are still to be made may be larger than estimated. */
const ZIP64_FROM = 0xf000_0000

/**
 * Writes one ZIP file with everything in the folder `root`: UTF-8 names, 64-bit sizes where they are needed, nothing
 * compressed (photos, scans and office files are, and an archive that does not shrink cannot look like a bomb).
 */
export function zipSink(file: string, root: string): BagSink {
  const zip = new ZipFile()
  const failure = Promise.withResolvers<never>()
  failure.promise.catch(() => undefined)
  const output = zip.outputStream as Readable
  zip.on('error', (error: Error) => output.destroy(error))
  const pool = piecePool()
  const { stream: target, checksum } = hashedOutput(file, pool.release)
  const finished = pipeline(output, target)
  finished.catch((error: unknown) => failure.reject(error))

  const put: BagSink['put'] = (path, source, onOctets, signal) => {
    const done = Promise.withResolvers<Written>()
    const content = async function* () {
      try {
        const fileHash = createHash('sha256')
        let octets = 0
        for await (const piece of piecesOf(source, signal)) {
          if (signal?.aborted) throw new AppError('CANCELLED')
          fileHash.update(piece)
          octets += piece.length
          // A copy: the piece is used again before the archive has taken it.
          yield pool.copy(piece)
          onOctets(piece.length)
        }
        const sha256 = fileHash.digest('hex')
        checkContent(source, sha256)
        done.resolve({ sha256, octets })
      } catch (error) {
        done.reject(error)
        throw error
      }
    }
    const options = { compress: false, mode: 0o100644, forceZip64Format: expectedOctets(source) >= ZIP64_FROM }
    zip.addReadStreamLazy(`${root}/${path}`, options, (take) => {
      const stream = Readable.from(content(), { objectMode: false, highWaterMark: 256 * 1024 })
      // yazl does not listen: unheard, a source that fails would end the process.
      stream.on('error', (error) => output.destroy(error))
      take(null, stream)
    })
    return Promise.race([done.promise, failure.promise])
  }
  return {
    put,
    async close() {
      zip.end()
      await finished
      await flushFolder(dirname(file))
    },
    async readBack(onOctets, signal) {
      const back = openReadBack()
      const item = basename(file)
      if ((await back.hash(file, (octets) => onOctets(item, octets), signal)) !== checksum()) {
        throw new AppError('PACK_READ_BACK_FAILED', { file: item })
      }
      return back.isPastCache
    },
    async abandon() {
      output.destroy()
      await finished.catch(() => undefined)
    },
  }
}
