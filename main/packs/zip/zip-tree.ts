import { basename } from 'node:path'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import type { Verdict } from '#shared/packs/schema.ts'
import type { BagTree, TreeEntry } from '../verify/bag-tree.ts'
import { surveyZip, type ZipSurvey } from './zip-survey.ts'

/** An archive that may be read, or why not; a refused one is closed already. */
export type OpenedZip = { readonly tree: BagTree; readonly name: string; close(): void } | { readonly refused: Verdict }

async function* entriesOf({ files, folders }: ZipSurvey, root: string): AsyncIterable<TreeEntry> {
  const start = root.length + 1
  for (const path of folders) if (path !== root) yield { path: path.slice(start), kind: 'folder', octets: 0 }
  for (const [path, entry] of files) yield { path: path.slice(start), kind: 'file', octets: entry.uncompressedSize }
}

async function* contentOf(zip: ZipFile, entry: Entry | undefined): AsyncIterable<Uint8Array> {
  if (!entry) throw new Error('not in the archive')
  const local = await zip.readLocalFileHeaderPromise(entry)
  // Programs that read the archive from its beginning would see another file than those that read its directory.
  if (!local.fileName.equals(entry.fileNameRaw) || local.compressionMethod !== entry.compressionMethod) {
    throw new Error('the archive names this file twice, differently')
  }
  // yauzl ends the stream with an error when there is more, or less, than the directory says.
  for await (const chunk of await zip.openReadStreamPromise(entry)) yield chunk as Uint8Array
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
  try {
    const survey = await surveyZip(zip, signal)
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
      close: () => zip.close(),
      tree: { entries: () => entriesOf(survey, root), read: (path) => contentOf(zip, survey.files.get(`${root}/${path}`)) },
    }
  } finally {
    if (!isKept) zip.close()
  }
}
