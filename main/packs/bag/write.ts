import { realpath, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Progress } from '#shared/kernel/contract.ts'
import { AppError } from '#shared/kernel/errors.ts'
import { byText } from '#shared/kernel/order.ts'
import { type ManifestEntry, printManifest } from '#shared/packs/bagit/manifest.ts'
import { isPortablePath } from '#shared/packs/bagit/paths.ts'
import { declarationText, printBagInfo } from '#shared/packs/bagit/tag-files.ts'
import { type BagPlan, type BagSource, type BagTagFile, expectedOctets } from './bag-plan.ts'
import { folderSink } from './folder-sink.ts'
import { sweepUnfinished } from './keep.ts'
import { planFingerprint } from './marker.ts'
import type { BagSink } from './sink.ts'
import { checkSpace } from './space.ts'
import { systemCode, targetError } from './target-errors.ts'
import { type BagForm, chooseWorkplace, continueWorkplace, type Workplace } from './workplace.ts'
import { zipSink } from './zip-sink.ts'

export interface WriteOptions {
  /** Folder in which the bag is made; it must exist. */
  readonly targetPath: string
  readonly form?: BagForm
  /** Largest file that the target's file system can hold, in octets. */
  readonly maxFileOctets?: number
  /** Whose work this is, for the marker of the unfinished folder: the id of this ledger's installation. */
  readonly owner: string
  /** What was asked for, kept in the marker so that an interrupted export can be gone on with. */
  readonly job?: unknown
  /** Name, with its number, of a bag whose unfinished folder is to be completed; its mark has been judged by the caller. */
  readonly continues?: string
  readonly signal?: AbortSignal
  /** Phases `write` and `readBack`, both in octets, and those of what is made on the way. */
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
  readonly sink: BagSink
  octets: number
}

const encoder = new TextEncoder()

function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError('CANCELLED')
}

/** A source whose own steps are told while it is made: binding a volume takes as long as writing everything else. */
const toldOf = (source: BagSource, onProgress: WriteOptions['onProgress']): BagSource =>
  source.kind === 'made' ? { ...source, make: (signal) => source.make(signal, onProgress) } : source

/** Writes the payload, one file after the other; answers its manifest. */
async function writePayload(job: Job): Promise<ManifestEntry[]> {
  const { plan, sink, signal, onProgress } = job
  const manifest: ManifestEntry[] = []
  let total = plan.entries.reduce((sum, { source }) => sum + expectedOctets(source), 0)
  for (const { path, source } of plan.entries) {
    stopIfCancelled(signal)
    const item = `data/${path}`
    if (!isPortablePath(item)) throw new RangeError(`not a path for a pack: ${item}`)
    const report = () => onProgress?.({ phase: 'write', done: job.octets, total: Math.max(total, job.octets), item })
    report()
    const count = (octets: number) => {
      job.octets += octets
      report()
    }
    const { sha256, octets } = await sink.put(item, toldOf(source, onProgress), count, signal)
    total += octets - expectedOctets(source)
    manifest.push({ path: item, checksum: sha256 })
  }
  return manifest.toSorted((a, b) => byText(a.path, b.path))
}

async function writeTagFile({ sink }: Job, { path, content }: BagTagFile): Promise<ManifestEntry> {
  const { sha256 } = await sink.put(path, { kind: 'bytes', content: encoder.encode(content) }, () => undefined)
  return { path, checksum: sha256 }
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

/** Reads everything back from the target; answers whether it came past the cache. */
async function checkWritten({ sink, octets: total, signal, onProgress }: Job): Promise<boolean> {
  let done = 0
  const report = (item: string, octets: number) => {
    done += octets
    onProgress?.({ phase: 'readBack', done: Math.min(done, total), total, item })
  }
  return await sink.readBack(report, signal)
}

const hasDeclaration = async (folder: string) => (await stat(join(folder, 'bagit.txt')).catch(() => null))?.isFile() ?? false

/** A pack inside a pack would be an added file there, and spoil it. @throws AppError TARGET_EXISTS, TARGET_NOT_WRITABLE */
async function checkTarget(targetPath: string): Promise<void> {
  if (!(await stat(targetPath)).isDirectory()) throw new AppError('TARGET_NOT_WRITABLE', { path: targetPath, reason: 'ENOTDIR' })
  for (let folder = await realpath(targetPath), last = ''; folder !== last; last = folder, folder = dirname(folder)) {
    if (await hasDeclaration(folder)) throw new AppError('TARGET_EXISTS', { path: folder })
  }
}

/** FAT32 cannot hold what is too large for it; better said before than after an hour of copying. */
function checkFileLimit(
  plan: BagPlan,
  { maxFileOctets = Number.POSITIVE_INFINITY, form = 'folder', targetPath }: WriteOptions,
): void {
  const sizes = plan.entries.map(({ path, source }) => ({ path, octets: expectedOctets(source) }))
  // An archive has two headers for each file besides its content.
  const whole = sizes.reduce(
    (sum, { path, octets }) => sum + octets + 2 * (120 + Buffer.byteLength(`${plan.name}/data/${path}`)),
    65_536,
  )
  const largest = form === 'zip' ? { path: `${plan.name}.zip`, octets: whole } : sizes.find(({ octets }) => octets > maxFileOctets)
  if (largest && largest.octets > maxFileOctets) {
    throw new AppError('TARGET_FILE_LIMIT', {
      path: targetPath,
      file: largest.path,
      octets: largest.octets,
      limit: maxFileOctets,
      form,
    })
  }
}

/**
 * Writes a BagIt 1.0 bag into a folder, as a folder or one ZIP file: space check, payload with hashing, tag files, flush, reading back, and only then
 * its name. Until then it lies in `<name>.in-progress`, which is removed when `signal` ends it or its content cannot be had. Where the
 * target itself failed (no space, pulled out, a read or write error), it stays with its mark, to be continued or cleared after asking.
 *
 * @throws AppError TARGET_NO_SPACE, TARGET_NOT_WRITABLE, TARGET_EXISTS, TARGET_FILE_LIMIT, PACK_LEFTOVER, PACK_CHANGED, PACK_READ_BACK_FAILED, FILE_UNREADABLE,
 *   ATTACHMENT_DAMAGED, CANCELLED
 */
export async function writeBag(plan: BagPlan, options: WriteOptions): Promise<WrittenBag> {
  const { targetPath, owner, signal, form = 'folder', continues } = options
  let sink: BagSink | null = null
  let space = { needed: 0, free: 0 }
  let place: Workplace | null = null
  try {
    stopIfCancelled(signal)
    await checkTarget(targetPath)
    checkFileLimit(plan, options)
    const mark = { owner, plan: planFingerprint(plan), job: options.job }
    place = await (continues === undefined
      ? chooseWorkplace(targetPath, plan.name, mark, form)
      : continueWorkplace(targetPath, continues, mark))
    if (continues === undefined) space = await checkSpace(plan, targetPath)
    else await sweepUnfinished(place.bag, plan)
    await place.create()
    sink = form === 'zip' ? zipSink(place.bag, place.name) : folderSink(place.bag, continues !== undefined)
    const job: Job = { ...options, plan, place, sink, octets: 0 }
    const manifest = await writePayload(job)
    const tagManifestSha256 = await writeTagFiles(job, manifest)
    await sink.close()
    const isReadPastCache = await checkWritten(job)
    stopIfCancelled(signal)
    await place.publish()
    return { name: place.name, path: place.path, files: manifest.length, octets: job.octets, tagManifestSha256, isReadPastCache }
  } catch (error) {
    await sink?.abandon()
    const isTargetFault = !signal?.aborted && systemCode(error) !== null
    // Where even this fails (the stick is gone), the marker tells what the folder is.
    const isLeft = await (isTargetFault ? place?.leave() : place?.discard())?.catch(() => undefined)
    if (signal?.aborted) throw new AppError('CANCELLED', {}, { cause: error })
    throw targetError(error, targetPath, space, isLeft === true)
  }
}
