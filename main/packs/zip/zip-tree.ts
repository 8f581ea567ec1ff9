import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { crc32 } from 'node:zlib'
import { type Entry, type LocalFileHeader, openPromise, type ZipFile } from 'yauzl'
import type { Verdict } from '#shared/packs/schema.ts'
import type { BagTree, TreeEntry } from '../verify/bag-tree.ts'
import { directoryBounds } from './zip-directory.ts'
import { surveyZip, type ZipSurvey } from './zip-survey.ts'

/** An archive that may be read, or why not; a refused one is closed already. */
export type OpenedZip = { readonly tree: BagTree; readonly name: string; close(): Promise<void> } | { readonly refused: Verdict }

const CHUNK = 256 * 1024

async function* entriesOf({ files, folders }: ZipSurvey, root: string): AsyncIterable<TreeEntry> {
  const start = root.length + 1
  for (const path of folders) if (path !== root) yield { path: path.slice(start), kind: 'folder', octets: 0 }
  for (const [path, entry] of files) yield { path: path.slice(start), kind: 'file', octets: entry.uncompressedSize }
}

/** What is stored as it is: read into one buffer, because new ones for every piece make the collector stop the window. */
async function* storedOctets(handle: FileHandle, start: number, size: number): AsyncIterable<Uint8Array> {
  const buffer = Buffer.allocUnsafe(Math.min(CHUNK, Math.max(1, size)))
  for (let done = 0; done < size; ) {
    const { bytesRead } = await handle.read(buffer, 0, Math.min(buffer.length, size - done), start + done)
    if (bytesRead === 0) throw new Error('the archive ends within a file')
    done += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
}

const IN_DESCRIPTOR = 0x8
const IN_ZIP64 = 0xffffffff

/**
 * Whether a file's own header says of it what the directory says. A writer that did not know the sizes yet leaves them empty
 * (APPNOTE 4.4.4, bit 3), and large ones stand in an extra field.
 */
function agrees(local: LocalFileHeader, entry: Entry): boolean {
  const isLater = (local.generalPurposeBitFlag & IN_DESCRIPTOR) !== 0
  const same = (here: number, there: number) => here === there || here === IN_ZIP64 || (isLater && here === 0)
  return (
    local.fileName.equals(entry.fileNameRaw) &&
    local.compressionMethod === entry.compressionMethod &&
    same(local.uncompressedSize, entry.uncompressedSize) &&
    same(local.compressedSize, entry.compressedSize)
  )
}

async function* contentOf(zip: ZipFile, handle: FileHandle, entry: Entry | undefined): AsyncIterable<Uint8Array> {
  if (!entry) throw new Error('not in the archive')
  const local = await zip.readLocalFileHeaderPromise(entry)
  // Programs that read the archive from its beginning would see another file than those that read its directory.
  if (!agrees(local, entry)) throw new Error('the archive names this file twice, differently')
  const octets =
    entry.compressionMethod === 0
      ? storedOctets(handle, local.fileDataStart, entry.compressedSize)
      : // yauzl ends the stream with an error when there is more, or less, than the directory says.
        await zip.openReadStreamPromise(entry)
  let sum = 0
  for await (const chunk of octets) {
    sum = crc32(chunk as Uint8Array, sum)
    yield chunk as Uint8Array
  }
  if (sum !== entry.crc32) throw new Error('the content is not what the archive says')
}

/**
 * Opens a bag in a ZIP file (RFC 8493 §4: one folder at the top) without unpacking it. Everything that an archive can do to
 * whoever unpacks it is looked for first; then files are read one after the other.
 *
 * @throws AppError CANCELLED
 */
export async function openZipTree(file: string, signal?: AbortSignal): Promise<OpenedZip> {
  const notABag: Verdict = {
    status: 'notABag',
    problems: [{ path: basename(file), problem: 'unsupported', detail: '不是压缩文件' }],
  }
  const zip = await openPromise(file, { autoClose: false, decodeStrings: false, validateEntrySizes: true }).catch(() => null)
  if (!zip) return { refused: notABag }
  let isKept = false
  let handle: FileHandle | null = null
  const close = async () => {
    zip.close()
    await handle?.close()
  }
  try {
    const opened = await open(file, 'r')
    handle = opened
    const survey = await surveyZip(zip, await directoryBounds(opened, zip.fileSize, zip.comment.length), signal)
    if (survey.problems.length > 0) return { refused: { status: 'damaged', problems: [...survey.problems] } }
    const hasDeclaration = [...survey.files.keys()].some((path) => /^([^/]+\/)?bagit\.txt$/.test(path))
    if (!hasDeclaration) return { refused: { status: 'notABag', problems: [{ path: 'bagit.txt', problem: 'missing' }] } }
    const { root } = survey
    if (root === null) {
      return { refused: { status: 'damaged', problems: [{ path: '', problem: 'malformed', detail: '应当只有一个最外层文件夹' }] } }
    }
    isKept = true
    return {
      name: root,
      close,
      tree: { entries: () => entriesOf(survey, root), read: (path) => contentOf(zip, opened, survey.files.get(`${root}/${path}`)) },
    }
  } finally {
    if (!isKept) await close()
  }
}
