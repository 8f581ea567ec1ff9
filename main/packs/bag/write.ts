import { mkdir, realpath, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Progress } from '#shared/kernel/contract.ts'
import { AppError } from '#shared/kernel/errors.ts'
import { byText } from '#shared/kernel/order.ts'
import { type ManifestEntry, printManifest } from '#shared/packs/bagit/manifest.ts'
import { isPortablePath } from '#shared/packs/bagit/paths.ts'
import { declarationText, printBagInfo } from '#shared/packs/bagit/tag-files.ts'
import { type BagPlan, type BagTagFile, expectedOctets } from './bag-plan.ts'
import { writeSource } from './copy.ts'
import { flushFolder } from './flush.ts'
import { openReadBack } from './read-back.ts'
import { checkSpace } from './space.ts'
import { targetError } from './target-errors.ts'
import { chooseWorkplace, type Workplace } from './workplace.ts'

export interface WriteOptions {
  /** Folder in which the bag is made; it must exist. */
  readonly targetPath: string
  /** Whose unfinished folders may be replaced: the id of this ledger's installation. */
  readonly owner: string
  readonly signal?: AbortSignal
  /** Phases `write` and `readBack`, both in octets. */
  readonly onProgress?: (progress: Progress) => void
}

/** A published bag. `files` and `octets` are those of the payload, as in Payload-Oxum. */
export interface WrittenBag {
  readonly name: string
  readonly path: string
  readonly files: number
  readonly octets: number
  /** Hash of the tag manifest, which stands for the whole bag. */
  readonly tagManifestSha256: string
  /** True when every file was compared as it lies on the device, past the system's cache. */
  readonly isReadPastCache: boolean
}

interface Job extends WriteOptions {
  readonly plan: BagPlan
  readonly place: Workplace
  /** Everything written so far, by path from the bag's root. */
  readonly written: ManifestEntry[]
  octets: number
}

const encoder = new TextEncoder()

function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError('CANCELLED')
}

/** Writes the payload, one file after the other; answers its manifest. */
async function writePayload(job: Job): Promise<ManifestEntry[]> {
  const { plan, place, signal, onProgress } = job
  const manifest: ManifestEntry[] = []
  await mkdir(join(place.bag, 'data'))
  let total = plan.entries.reduce((sum, { source }) => sum + expectedOctets(source), 0)
  for (const { path, source } of plan.entries) {
    stopIfCancelled(signal)
    const item = `data/${path}`
    if (!isPortablePath(item)) throw new RangeError(`not a path for a pack: ${item}`)
    const report = () => onProgress?.({ phase: 'write', done: job.octets, total: Math.max(total, job.octets), item })
    report()
    const file = join(place.bag, item)
    await mkdir(dirname(file), { recursive: true })
    const count = (octets: number) => {
      job.octets += octets
      report()
    }
    const { sha256, octets } = await writeSource(source, file, count, signal)
    total += octets - expectedOctets(source)
    manifest.push({ path: item, checksum: sha256 })
  }
  job.written.push(...manifest)
  return manifest.toSorted((a, b) => byText(a.path, b.path))
}

async function writeTagFile(job: Job, { path, content }: BagTagFile): Promise<ManifestEntry> {
  const source = { kind: 'bytes', content: encoder.encode(content) } as const
  const { sha256 } = await writeSource(source, join(job.place.bag, path), () => undefined)
  const entry = { path, checksum: sha256 }
  job.written.push(entry)
  return entry
}

/** RFC 8493 §2.1 and §2.2; every tag file is listed in the tag manifest. Answers that manifest's hash. */
async function writeTagFiles(job: Job, manifest: readonly ManifestEntry[]): Promise<string> {
  const { plan, place, octets } = job
  const files: BagTagFile[] = [
    { path: 'bagit.txt', content: declarationText },
    { path: 'bag-info.txt', content: printBagInfo([...plan.info, ['Payload-Oxum', `${octets}.${manifest.length}`]]) },
    { path: 'manifest-sha256.txt', content: printManifest(manifest) },
    ...plan.tagFiles({ name: place.name, files: manifest.length, octets }),
  ]
  const entries: ManifestEntry[] = []
  for (const file of files) entries.push(await writeTagFile(job, file))
  const list = printManifest(entries.toSorted((a, b) => byText(a.path, b.path)))
  return (await writeTagFile(job, { path: 'tagmanifest-sha256.txt', content: list })).checksum
}

/** Makes the names durable, from the deepest folder up: a file that was flushed is lost when its folder was not. */
async function flushFolders({ place, written }: Job): Promise<void> {
  const folders = new Set<string>()
  for (const { path } of written) for (let at = dirname(path); at !== '.'; at = dirname(at)) folders.add(at)
  for (const folder of [...folders].toSorted((a, b) => b.length - a.length)) await flushFolder(join(place.bag, folder))
  await flushFolder(place.bag)
  await flushFolder(dirname(place.bag))
}

/** Reads everything back from the target. @throws AppError PACK_READ_BACK_FAILED with the first file that differs */
async function checkWritten({ place, written, octets: total, signal, onProgress }: Job): Promise<boolean> {
  const back = openReadBack()
  let done = 0
  for (const { path, checksum } of written) {
    stopIfCancelled(signal)
    const report = (octets = 0) => {
      done += octets
      onProgress?.({ phase: 'readBack', done: Math.min(done, total), total, item: path })
    }
    report()
    if ((await back.hash(join(place.bag, path), report, signal)) !== checksum) {
      throw new AppError('PACK_READ_BACK_FAILED', { file: path })
    }
  }
  return back.isPastCache
}

const hasDeclaration = async (folder: string) => (await stat(join(folder, 'bagit.txt')).catch(() => null))?.isFile() ?? false

/** A pack inside a pack would be an added file there, and spoil it. @throws AppError TARGET_EXISTS, TARGET_NOT_WRITABLE */
async function checkTarget(targetPath: string): Promise<void> {
  if (!(await stat(targetPath)).isDirectory()) throw new AppError('TARGET_NOT_WRITABLE', { path: targetPath, reason: 'ENOTDIR' })
  for (let folder = await realpath(targetPath), last = ''; folder !== last; last = folder, folder = dirname(folder)) {
    if (await hasDeclaration(folder)) throw new AppError('TARGET_EXISTS', { path: folder })
  }
}

/**
 * Writes a BagIt 1.0 bag into a folder: space check, payload with hashing, tag files, flush, reading back, and only then
 * its name. Until then it lies in `<name>.in-progress`, which is removed when anything fails or `signal` ends it.
 *
 * @throws AppError TARGET_NO_SPACE, TARGET_NOT_WRITABLE, TARGET_EXISTS, PACK_READ_BACK_FAILED, FILE_UNREADABLE,
 *   ATTACHMENT_DAMAGED, CANCELLED
 */
export async function writeBag(plan: BagPlan, options: WriteOptions): Promise<WrittenBag> {
  const { targetPath, owner, signal } = options
  let space = { needed: 0, free: 0 }
  let place: Workplace | null = null
  try {
    stopIfCancelled(signal)
    await checkTarget(targetPath)
    place = await chooseWorkplace(targetPath, plan.name, owner)
    space = await checkSpace(plan, targetPath)
    await place.create()
    const job: Job = { ...options, plan, place, written: [], octets: 0 }
    const manifest = await writePayload(job)
    const tagManifestSha256 = await writeTagFiles(job, manifest)
    await flushFolders(job)
    const isReadPastCache = await checkWritten(job)
    stopIfCancelled(signal)
    await place.publish()
    return { name: place.name, path: place.path, files: manifest.length, octets: job.octets, tagManifestSha256, isReadPastCache }
  } catch (error) {
    // Where even this fails (the stick is gone), the marker tells what the folder is.
    await place?.discard().catch(() => undefined)
    if (!(error instanceof AppError) && signal?.aborted) throw new AppError('CANCELLED', {}, { cause: error })
    throw targetError(error, targetPath, space)
  }
}
