import { crc32, inflateRawSync } from 'node:zlib'
import { type CheckerVerdict, checkOwnPack } from './rfc8493-checker.ts'

/**
 * A second reader of packs in one ZIP, written from APPNOTE, RFC 8493 §4 and docs/formats.md: the program's verdict is compared
 * with this one. It imports nothing of the program and no library for archives, on purpose.
 */

/** Stands for content that cannot be had: no checksum fits it, and it is no text. */
const UNREADABLE = Buffer.from([0xff, 0xfe, 0x00, 0xff, 0x55])

const MIB = 1024 * 1024

interface Entry {
  readonly name: Buffer
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly unixType: number
  readonly offset: number
  readonly extra: Buffer
}

/** Thrown for an archive that must not be read. */
class Broken extends Error {}

/** APPNOTE 4.3.16: the last end record of the file, whose comment ends with the file. */
function findEnd(zip: Buffer): number | null {
  for (let at = zip.length - 22; at >= 0 && at >= zip.length - 22 - 0xffff - 20; at--) {
    if (zip.readUInt32LE(at) !== 0x06054b50) continue
    const isWhole = zip.readUInt16LE(at + 20) === zip.length - at - 22
    return isWhole && zip.readUInt16LE(at + 4) === 0 ? at : null
  }
  return null
}

/** APPNOTE 4.5: identifier, length, content, one after the other. */
function checkExtra(extra: Buffer): void {
  let at = 0
  while (extra.length - at >= 4) at += 4 + extra.readUInt16LE(at + 2)
  if (at > extra.length) throw new Broken('extra field')
}

function readDirectory(zip: Buffer, end: number): Entry[] {
  const count = zip.readUInt16LE(end + 10)
  const size = zip.readUInt32LE(end + 12)
  const start = zip.readUInt32LE(end + 16)
  if (start + size !== end) throw new Broken('directory elsewhere')
  const entries: Entry[] = []
  let at = start
  for (let number = 0; number < count; number++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) throw new Broken('directory')
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ]
    const next = at + 46 + nameLength + extraLength + commentLength
    if (next > zip.length) throw new Broken('directory ends early')
    const extra = zip.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)
    checkExtra(extra)
    entries.push({
      name: zip.subarray(at + 46, at + 46 + nameLength),
      flags: zip.readUInt16LE(at + 8),
      method: zip.readUInt16LE(at + 10),
      crc: zip.readUInt32LE(at + 16),
      packed: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      unixType: (zip.readUInt32LE(at + 38) >>> 28) & 0xf,
      offset: zip.readUInt32LE(at + 42),
      extra,
    })
    at = next
  }
  if (at !== end) throw new Broken('more entries than counted')
  return entries
}

const utf8 = (octets: Buffer): string | null => {
  const text = octets.toString('utf8')
  return Buffer.from(text, 'utf8').equals(octets) ? text : null
}

function nameOf({ name, flags }: Entry): string {
  const text = utf8(name)
  if (text !== null) return text
  if ((flags & 0x800) !== 0) throw new Broken('name is not UTF-8')
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(name)
  } catch {
    return name.toString('latin1')
  }
}

const devices = new Set(['con', 'prn', 'aux', 'nul', 'conin$', 'conout$', 'clock$'])
for (const port of ['com', 'lpt']) for (const digit of '0123456789¹²³') devices.add(port + digit)

/** What Windows and macOS take for one name. */
const folded = (path: string) => path.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC')

/** docs/formats.md: what no archive may hold. */
function checkName(path: string): void {
  if (path === '' || /[\0\\]/.test(path) || /^[/~]/.test(path) || /^[A-Za-z]:/.test(path)) throw new Broken('path')
  if (/^(%[A-Za-z_][^%/]*%|\$\{?[A-Za-z_])/.test(path)) throw new Broken('variable')
  const segments = path.split('/')
  if (segments.length > 32) throw new Broken('too deep')
  for (const segment of segments) {
    const last = segment.at(-1)
    if (last === undefined || last === '.' || last === ' ') throw new Broken('segment')
    if (devices.has((segment.split('.', 1)[0] ?? '').trim().toLowerCase())) throw new Broken('device')
  }
}

/** Files by path; folders, also those that only a path names. */
function namesOf(entries: readonly Entry[]): { files: Map<string, Entry>; folders: Set<string> } {
  const files = new Map<string, Entry>()
  const folders = new Set<string>()
  for (const entry of entries) {
    const name = nameOf(entry)
    const isFolder = name.endsWith('/')
    const path = isFolder ? name.slice(0, -1) : name
    checkName(path)
    if (![0, 4, 8].includes(entry.unixType)) throw new Broken('link or device')
    if ((entry.flags & 0x41) !== 0) throw new Broken('encrypted')
    if (entry.method !== 0 && entry.method !== 8) throw new Broken('method')
    if (entry.method === 0 && entry.packed !== entry.size) throw new Broken('sizes')
    if (isFolder && entry.size > 0) throw new Broken('folder with content')
    if (entry.size > MIB && entry.size > entry.packed * 200) throw new Broken('bomb')
    const parts = path.split('/')
    for (let depth = 1; depth < parts.length; depth++) folders.add(parts.slice(0, depth).join('/'))
    if (isFolder) folders.add(path)
    else if (files.has(path)) throw new Broken('twice')
    else files.set(path, entry)
  }
  const spellings = [...folders, ...files.keys()].map(folded)
  if (new Set(spellings).size !== spellings.length) throw new Broken('two names for one')
  return { files, folders }
}

function checkSpans(entries: readonly Entry[], directory: number): void {
  const spans = entries.map(({ offset, name, packed }) => [offset, offset + 30 + name.length + packed] as const)
  spans.sort((a, b) => a[0] - b[0])
  for (const [index, [, end]] of spans.entries()) {
    if (end > (spans[index + 1]?.[0] ?? directory)) throw new Broken('overlap')
  }
}

function contentOf(zip: Buffer, { offset, name, method, packed, size, crc }: Entry): Buffer {
  try {
    if (zip.readUInt32LE(offset) !== 0x04034b50 || zip.readUInt16LE(offset + 8) !== method) return UNREADABLE
    // APPNOTE 4.4.4, bit 3: sizes that follow the content are left empty here; 4.4.8: those of ZIP64 are all ones.
    const isLater = (zip.readUInt16LE(offset + 6) & 8) !== 0
    const agrees = (here: number, there: number) => here === there || here === 0xffffffff || (isLater && here === 0)
    if (!agrees(zip.readUInt32LE(offset + 18), packed) || !agrees(zip.readUInt32LE(offset + 22), size)) return UNREADABLE
    const nameLength = zip.readUInt16LE(offset + 26)
    const start = offset + 30 + nameLength + zip.readUInt16LE(offset + 28)
    if (!zip.subarray(offset + 30, offset + 30 + nameLength).equals(name) || start + packed > zip.length) return UNREADABLE
    const data = zip.subarray(start, start + packed)
    const content = method === 0 ? data : inflateRawSync(data, { maxOutputLength: size + 1 })
    return content.length === size && crc32(content) === crc ? content : UNREADABLE
  } catch {
    return UNREADABLE
  }
}

/** The verdict on an archive of a few small files. */
export function checkZip(octets: Uint8Array): CheckerVerdict {
  const zip = Buffer.from(octets)
  const end = findEnd(zip)
  if (end === null) return 'notABag'
  try {
    const entries = readDirectory(zip, end)
    const { files, folders } = namesOf(entries)
    checkSpans(entries, zip.readUInt32LE(end + 16))
    const total = entries.reduce((sum, { size }) => sum + size, 0)
    if (total > MIB && total > zip.length * 200) return 'damaged'
    if (![...files.keys()].some((path) => path === 'bagit.txt' || (path.endsWith('/bagit.txt') && path.split('/').length === 2))) {
      return 'notABag'
    }
    const tops = new Set([...files.keys(), ...folders].map((path) => path.split('/', 1)[0] ?? ''))
    const [root] = tops
    // RFC 8493 §4: one folder at the top.
    if (tops.size !== 1 || root === undefined || !folders.has(root)) return 'damaged'
    const inside = (path: string) => path.slice(root.length + 1)
    return checkOwnPack({
      files: new Map([...files].map(([path, entry]) => [inside(path), contentOf(zip, entry)])),
      folders: new Set([...folders].filter((path) => path !== root).map(inside)),
    })
  } catch (error) {
    if (error instanceof Broken) return 'damaged'
    throw error
  }
}

/** Every file of a good archive by its path, unpacked without the program and without a library. */
export function unpackedZip(octets: Uint8Array): Record<string, Uint8Array> {
  const zip = Buffer.from(octets)
  const { files } = namesOf(readDirectory(zip, findEnd(zip) ?? 0))
  return Object.fromEntries(
    [...files].map(([path, entry]) => {
      const content = contentOf(zip, entry)
      if (content === UNREADABLE) throw new Error(`not readable: ${path}`)
      return [path, content]
    }),
  )
}
