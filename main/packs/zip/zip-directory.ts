import type { FileHandle } from 'node:fs/promises'

/** Where the directory of an archive lies, in octets from its beginning. */
export interface DirectoryBounds {
  readonly start: number
  readonly size: number
}

const END = 22
const LOCATOR = 20
const ALL_ONES = 0xffff_ffff

/**
 * What the end of an archive says about its directory (APPNOTE 4.3.14 to 4.3.16). Null when the directory does not end where
 * that end begins: something stands between, or before the whole.
 *
 * @param commentOctets length of the comment that closes the archive
 */
export async function directoryBounds(
  handle: FileHandle,
  fileSize: number,
  commentOctets: number,
): Promise<DirectoryBounds | null> {
  const at = async (position: number, octets: number) => {
    const buffer = Buffer.alloc(octets)
    return position >= 0 && (await handle.read(buffer, 0, octets, position)).bytesRead === octets ? buffer : null
  }
  const endAt = fileSize - END - commentOctets
  const end = await at(endAt, END)
  if (!end) return null
  const locator = await at(endAt - LOCATOR, LOCATOR)
  if (locator?.readUInt32LE(0) !== 0x0706_4b50) {
    const [size, start] = [end.readUInt32LE(12), end.readUInt32LE(16)]
    return start + size === endAt ? { start, size } : null
  }
  const recordAt = Number(locator.readBigUInt64LE(8))
  const record = Number.isSafeInteger(recordAt) ? await at(recordAt, 56) : null
  if (!record) return null
  const [size, start] = [Number(record.readBigUInt64LE(40)), Number(record.readBigUInt64LE(48))]
  // Where the old fields are filled in as well, they must not tell of another directory.
  const old = [end.readUInt32LE(12), end.readUInt32LE(16)]
  const agrees = (old[0] === ALL_ONES || old[0] === size) && (old[1] === ALL_ONES || old[1] === start)
  return agrees && start + size === recordAt ? { start, size } : null
}
