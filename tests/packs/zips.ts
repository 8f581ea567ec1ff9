import { createWriteStream, writeFileSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { crc32, deflateRawSync } from 'node:zlib'
import { ZipFile } from 'yazl'

/** One entry of an archive made by hand; everything may lie. */
export interface RawEntry {
  readonly name: string | Buffer
  readonly content?: Buffer | string
  readonly deflate?: boolean
  /** Mode as Unix archivers write it; 0o120777 is a link. */
  readonly mode?: number
  readonly flags?: number
  readonly method?: number
  /** What the directory says in place of the truth. */
  readonly claimedSize?: number
  readonly claimedCompressedSize?: number
  /** Name in the local header, when it is another. */
  readonly localName?: string
  /** What the local header says of its size, when it is another. */
  readonly localSize?: number
  /** Points at the content of an earlier entry instead of its own. */
  readonly sameAs?: number
}

const u16 = (n: number) => {
  const b = Buffer.alloc(2)
  b.writeUInt16LE(n)
  return b
}
const u32 = (n: number) => {
  const b = Buffer.alloc(4)
  b.writeUInt32LE(n >>> 0)
  return b
}

/** A ZIP file octet by octet (APPNOTE 4.3), without any library that would refuse to lie. */
export function rawZip(entries: readonly RawEntry[], claimedCount = entries.length): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  const offsets: number[] = []
  let at = 0
  for (const entry of entries) {
    const content = Buffer.from(entry.content ?? '')
    const data = entry.deflate ? deflateRawSync(content, { level: 9 }) : content
    const name = Buffer.from(entry.name)
    const local = Buffer.from(entry.localName ?? entry.name)
    const method = u16(entry.method ?? (entry.deflate ? 8 : 0))
    const flags = u16(entry.flags ?? 0x800)
    const size = u32(entry.claimedSize ?? content.length)
    const packed = u32(entry.claimedCompressedSize ?? data.length)
    const crc = u32(crc32(content))
    const zero = u16(0)
    offsets.push(entry.sameAs === undefined ? at : (offsets[entry.sameAs] ?? 0))
    if (entry.sameAs === undefined) {
      const header = Buffer.concat([
        u32(0x04034b50),
        u16(20),
        flags,
        method,
        zero,
        zero,
        crc,
        packed,
        entry.localSize === undefined ? size : u32(entry.localSize),
        u16(local.length),
        zero,
        local,
        data,
      ])
      parts.push(header)
      at += header.length
    }
    const attributes = u32(((entry.mode ?? 0o100644) << 16) >>> 0)
    directory.push(
      Buffer.concat([
        u32(0x02014b50),
        u16((3 << 8) | 20),
        u16(20),
        flags,
        method,
        zero,
        zero,
        crc,
        packed,
        size,
        u16(name.length),
        zero,
        zero,
        zero,
        zero,
        attributes,
        u32(offsets.at(-1) ?? 0),
        name,
      ]),
    )
  }
  const list = Buffer.concat(directory)
  const count = u16(Math.min(claimedCount, 0xffff))
  const end = Buffer.concat([u32(0x06054b50), u16(0), u16(0), count, count, u32(list.length), u32(at), u16(0)])
  return Buffer.concat([...parts, list, end])
}

/** A folder's files as an archive by another writer. */
export function writeRawZip(file: string, entries: readonly RawEntry[], claimedCount?: number): string {
  writeFileSync(file, rawZip(entries, claimedCount))
  return file
}

/** The same through yazl, compressed, as a file manager would. */
export async function zipFolderTo(file: string, root: string, files: Readonly<Record<string, Uint8Array>>): Promise<string> {
  const zip = new ZipFile()
  for (const [path, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), `${root}/${path}`)
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(file))
  return file
}
