import { createHash } from 'node:crypto'

/**
 * A second reading of RFC 8493, written from its text alone and for bags of version 1.0 in UTF-8 with SHA algorithms: the
 * program's verdict is compared with this one. It imports nothing of the program, on purpose.
 */
export type CheckerVerdict = 'valid' | 'damaged' | 'incomplete' | 'notABag'

/** A bag in memory: files by path, and its folders (empty ones too). */
export interface Bag {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly folders: ReadonlySet<string>
}

/** Text of a tag file, or null when it is not UTF-8 (§2.3). */
function textOf(octets: Uint8Array): string | null {
  const text = Buffer.from(octets).toString('utf8')
  return Buffer.from(text, 'utf8').equals(Buffer.from(octets)) ? text : null
}

/** §2.3: lines end with LF, CR or CRLF. */
function splitLines(text: string): string[] {
  const lines: string[] = []
  let line = ''
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character !== '\n' && character !== '\r') line += character
    else {
      if (character === '\r' && text[at + 1] === '\n') at += 1
      lines.push(line)
      line = ''
    }
  }
  return line === '' ? lines : [...lines, line]
}

/** §2.1.3: only these three are encoded. */
const decoded = (path: string) =>
  path.split('%').reduce((done, piece, index) => {
    if (index === 0) return piece
    const code = piece.slice(0, 2).toUpperCase()
    const character = code === '0A' ? '\n' : code === '0D' ? '\r' : code === '25' ? '%' : null
    return character === null ? `${done}%${piece}` : `${done}${character}${piece.slice(2)}`
  }, '')

const digits: Record<string, number> = { md5: 32, sha1: 40, sha224: 56, sha256: 64, sha384: 96, sha512: 128 }

/** §2.1.3, §5.1: a path stays within the bag, on every system. */
function isInside(path: string): boolean {
  if (path === '' || path.includes('\0')) return false
  const first = path[0] ?? ''
  if (first === '/' || first === '\\' || first === '~') return false
  if (path[1] === ':' && first.toLowerCase() !== first.toUpperCase() && first.charCodeAt(0) < 128) return false
  if (first === '%' && /^%[A-Za-z_][^%/\\]*%/.test(path)) return false
  if (first === '$' && /^\$\{?[A-Za-z_]/.test(path)) return false
  for (const segment of path.split('/').flatMap((part) => part.split('\\'))) {
    if (segment === '') return false
    if (segment.startsWith('.') && segment.replaceAll('.', '').replaceAll(' ', '') === '') return false
  }
  return true
}

interface Manifest {
  readonly name: string
  readonly algorithm: string
  readonly isPayload: boolean
  /** Null: unreadable to its end. */
  readonly entries: Map<string, string> | null
}

/** Everything that is wrong, in two sorts; which of them decides the verdict. */
interface Faults {
  missing: boolean
  other: boolean
}

function readManifest(name: string, octets: Uint8Array, faults: Faults): Manifest | null {
  const isTag = name.startsWith('tagmanifest-')
  const algorithm = name.slice(isTag ? 12 : 9, -4)
  const isPayload = !isTag
  if (digits[algorithm] === undefined) {
    faults.other = true
    return { name, algorithm, isPayload, entries: null }
  }
  const text = textOf(octets)
  if (text === null) {
    faults.other = true
    return { name, algorithm, isPayload, entries: null }
  }
  const entries = new Map<string, string>()
  for (const line of splitLines(text)) {
    let end = 0
    while (end < line.length && /[0-9a-fA-F]/.test(line[end] ?? '')) end++
    let start = end
    while (line[start] === ' ' || line[start] === '\t') start++
    const path = decoded(line.slice(start))
    const isWellFormed = end === digits[algorithm] && start > end && path !== ''
    const isPlaced = path.startsWith('data/') === isPayload && !(!path.includes('/') && /^tagmanifest-[^\\]+\.txt$/.test(path))
    if (!isWellFormed || !isInside(path) || !isPlaced || entries.has(path)) {
      faults.other = true
      continue
    }
    entries.set(path, line.slice(0, end).toLowerCase())
  }
  return { name, algorithm, isPayload, entries }
}

/** §2.1.1 */
function isDeclaration(octets: Uint8Array): boolean {
  const text = textOf(octets)
  if (text === null) return false
  const lines = splitLines(text)
  return (
    lines.length === 2 &&
    /^BagIt-Version:[ \t]1\.0$/i.test(lines[0] ?? '') &&
    /^Tag-File-Character-Encoding:[ \t]UTF-8$/i.test(lines[1] ?? '')
  )
}

/** §2.2.2: label, colon, one space or tab, value; further lines of a value are indented. Answers Payload-Oxum, or marks a fault. */
function oxumOf(octets: Uint8Array, faults: Faults): string | null {
  const text = textOf(octets)
  if (text === null) {
    faults.other = true
    return null
  }
  const elements: [string, string][] = []
  for (const line of splitLines(text)) {
    const last = elements.at(-1)
    if (last && (line.startsWith(' ') || line.startsWith('\t'))) {
      last[1] = `${last[1]} ${line.trim()}`.trim()
      continue
    }
    const colon = line.indexOf(':')
    const label = line.slice(0, Math.max(0, colon))
    const isWellFormed = colon > 0 && label.trim() === label && (line[colon + 1] === ' ' || line[colon + 1] === '\t')
    if (isWellFormed) elements.push([label, line.slice(colon + 2).trim()])
    else faults.other = true
  }
  const values = elements.filter(([label]) => label.toLowerCase() === 'payload-oxum').map(([, value]) => value)
  const [value] = values
  if (values.length === 0 || value === undefined) return null
  if (values.length > 1 || !/^[0-9]{1,15}\.[0-9]{1,9}$/.test(value)) {
    faults.other = true
    return null
  }
  return value
}

/** §3: complete and valid. `isOurs`: every tag file must be listed as well (the program's own format). */
export function checkBag({ files, folders }: Bag): CheckerVerdict {
  const declaration = files.get('bagit.txt')
  if (!declaration) return 'notABag'
  const faults: Faults = { missing: false, other: !isDeclaration(declaration) }
  let isPayloadMissing = !folders.has('data')
  if (isPayloadMissing) faults.missing = true
  const manifests = [...files]
    .filter(([path]) => /^(tag)?manifest-[^/\\]+\.txt$/.test(path))
    .flatMap(([path, octets]) => readManifest(path, octets, faults) ?? [])
  const payloadManifests = manifests.filter(({ isPayload }) => isPayload)
  const tagManifests = manifests.filter(({ isPayload }) => !isPayload)
  if (payloadManifests.length === 0) faults.missing = true
  const find = (path: string) => {
    if (files.has(path)) return path
    const same = [...files.keys()].filter((name) => name.normalize('NFC') === path.normalize('NFC'))
    return same.length === 1 ? (same[0] ?? null) : null
  }
  for (const list of [payloadManifests, tagManifests]) {
    const readable = list.flatMap(({ entries }) => (entries ? [entries] : []))
    const all = new Set(readable.flatMap((entries) => [...entries.keys()]))
    // §2.1.3 every payload file in every manifest; §2.2.1 tag manifests list the same payload manifests.
    const shared = list === payloadManifests ? [...all] : payloadManifests.filter(({ entries }) => entries).map(({ name }) => name)
    if (readable.some((entries) => shared.some((path) => !entries.has(path)))) faults.other = true
    for (const { algorithm, entries } of list) {
      for (const [path, checksum] of entries ?? []) {
        const file = find(path)
        if (file === null) {
          faults.missing = true
          isPayloadMissing ||= list === payloadManifests
        }
        if (
          file !== null &&
          createHash(algorithm)
            .update(files.get(file) ?? '')
            .digest('hex') !== checksum
        )
          faults.other = true
      }
    }
    const found = new Set([...all].map(find))
    if (list === payloadManifests && readable.length > 0) {
      for (const path of files.keys()) if (path.startsWith('data/') && !found.has(path)) faults.other = true
    }
  }
  const info = files.get('bag-info.txt')
  const oxum = info ? oxumOf(info, faults) : null
  const payload = [...files].filter(([path]) => path.startsWith('data/'))
  const octets = payload.reduce((sum, [, content]) => sum + content.length, 0)
  const [claimedOctets, claimedFiles] = (oxum ?? `${octets}.${payload.length}`).split('.').map(Number)
  // Missing payload explains a wrong sum by itself.
  if (!isPayloadMissing && (claimedOctets !== octets || claimedFiles !== payload.length)) faults.other = true
  if (faults.other) return 'damaged'
  return faults.missing ? 'incomplete' : 'valid'
}

/** The program's own rule on top: bags with Pack-Kind list every tag file, in a tag manifest that is there. */
export function checkOwnPack(bag: Bag): CheckerVerdict {
  const verdict = checkBag(bag)
  const info = bag.files.get('bag-info.txt')
  const infoText = info ? textOf(info) : null
  const isOurs = infoText !== null && splitLines(infoText).some((line) => /^pack-kind:[ \t]/i.test(line))
  if (verdict === 'notABag' || !isOurs) return verdict
  const lists = [...bag.files.keys()].filter((path) => /^tagmanifest-[^/\\]+\.txt$/.test(path))
  if (lists.length === 0) return verdict === 'damaged' ? 'damaged' : 'incomplete'
  const faults: Faults = { missing: false, other: false }
  const read = lists.flatMap((name) => readManifest(name, bag.files.get(name) ?? new Uint8Array(), faults)?.entries ?? [])
  if (read.length === 0) return verdict
  const listed = new Set(read.flatMap((entries) => [...entries.keys()].map((path) => path.normalize('NFC'))))
  for (const path of bag.files.keys()) {
    if (!path.startsWith('data/') && !lists.includes(path) && !listed.has(path.normalize('NFC'))) return 'damaged'
  }
  return verdict
}
