import { fromBufferPromise } from 'yauzl'

/** Larger than any roster or ledger, small enough for memory. */
const MAX_ENTRIES = 2000
const MAX_OCTETS = 200 * 1024 ** 2

/** Parts that hold no cells: pictures, charts, links to other files. Never unpacked. */
const WITHOUT_CELLS =
  /(^|\/)(media|drawings|charts|diagrams|embeddings|externalLinks|pivotCache|pivotTables|printerSettings|customXml|theme|threadedComments)\//i

/** A part of a ZIP file, unpacked. */
export interface ZipPart {
  readonly name: string
  readonly content: Buffer
}

/** Why a ZIP file is not unpacked. */
export class ZipRefused extends Error {
  readonly reason: 'tooManyEntries' | 'tooLarge' | 'encrypted'

  constructor(reason: 'tooManyEntries' | 'tooLarge' | 'encrypted') {
    super(reason)
    this.name = 'ZipRefused'
    this.reason = reason
  }
}

/**
 * Unpacks the XML parts of a spreadsheet held in memory. Sizes are counted while unpacking, because the directory of a
 * hostile file says what it likes.
 *
 * @throws ZipRefused, or whatever yauzl throws for a file that is no ZIP
 */
export async function xmlParts(data: Buffer): Promise<ZipPart[]> {
  const zip = await fromBufferPromise(data, { lazyEntries: true })
  if (zip.entryCount > MAX_ENTRIES) throw new ZipRefused('tooManyEntries')
  const parts: ZipPart[] = []
  let octets = 0
  let entries = 0
  for await (const entry of zip.eachEntry()) {
    entries += 1
    if (entries > MAX_ENTRIES) throw new ZipRefused('tooManyEntries')
    if (entry.isEncrypted()) throw new ZipRefused('encrypted')
    if (!/\.(xml|rels)$/i.test(entry.fileName) || WITHOUT_CELLS.test(entry.fileName)) continue
    if (octets + entry.uncompressedSize > MAX_OCTETS) throw new ZipRefused('tooLarge')
    const chunks: Buffer[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      octets += (chunk as Buffer).length
      if (octets > MAX_OCTETS) throw new ZipRefused('tooLarge')
      chunks.push(chunk as Buffer)
    }
    parts.push({ name: entry.fileName, content: Buffer.concat(chunks) })
  }
  return parts
}
