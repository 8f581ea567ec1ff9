import { type Entry, getFileNameLowLevel } from 'yauzl'

const UTF8_FLAG = 0x800
const UNICODE_PATH = 0x7075

function strict(label: string, octets: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(octets)
  } catch {
    return null
  }
}

/**
 * Name of an entry. Archives that say so have UTF-8; those that say nothing have UTF-8 all the same (macOS) or the code
 * page of a Chinese Windows, never the code page of 1981 that the specification falls back to. Null: it says UTF-8, and is not.
 */
export function entryName(entry: Entry): string | null {
  const raw = entry.fileNameRaw
  if (entry.extraFields.some(({ id }) => id === UNICODE_PATH)) {
    return getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, true)
  }
  if ((entry.generalPurposeBitFlag & UTF8_FLAG) !== 0) return strict('utf-8', raw)
  return strict('utf-8', raw) ?? strict('gb18030', raw) ?? raw.toString('latin1')
}

/** What an entry is by the mode that Unix archivers write; `other` is a device or a pipe. */
export function entryKind(entry: Entry, name: string): 'file' | 'folder' | 'link' | 'other' {
  const type = (entry.externalFileAttributes >>> 16) & 0xf000
  if (type === 0xa000) return 'link'
  if (type !== 0 && type !== 0x8000 && type !== 0x4000) return 'other'
  return name.endsWith('/') ? 'folder' : 'file'
}
