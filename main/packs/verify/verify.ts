import { access, constants, stat } from 'node:fs/promises'
import type { Progress } from '#shared/kernel/contract.ts'
import { AppError } from '#shared/kernel/errors.ts'
import { manifestKind } from '#shared/packs/bagit/manifest.ts'
import type { Verdict } from '#shared/packs/schema.ts'
import { openPackTree } from '../zip/pack-tree.ts'
import type { BagTree } from './bag-tree.ts'
import { checksumsOf } from './checksums.ts'
import { type BagContents, readContents } from './contents.ts'
import { collectFindings, type Findings, verdictOf } from './findings.ts'
import type { ListedFiles } from './listed.ts'
import { readTagFiles, type TagFiles } from './tags.ts'

export interface VerifyOptions {
  readonly signal?: AbortSignal
  /** Phase `verify`, in octets. */
  readonly onProgress?: (progress: Progress) => void
}

/**
 * Checks a bag in a folder or a ZIP file (RFC 8493 §3; the drafts 0.93 to 0.97 by their own rules) and names every file that was
 * changed, is missing or was added. Needs no ledger, writes nothing, follows no links; memory grows with the number of
 * files, not with their size. A pack of this program must also list every tag file; other bags need not.
 *
 * @throws AppError FILE_UNREADABLE when there is nothing at `path`, CANCELLED
 */
export async function verifyPack(path: string, options: VerifyOptions = {}): Promise<Verdict> {
  const unreadable = (cause: unknown): never => {
    throw new AppError('FILE_UNREADABLE', { file: path }, { cause })
  }
  await stat(path).catch(unreadable)
  await access(path, constants.R_OK).catch(unreadable)
  const opened = await openPackTree(path, options.signal)
  if ('refused' in opened) return opened.refused
  try {
    return await verifyTree(opened.tree, options)
  } finally {
    await opened.close()
  }
}

/** The same for any bag that can be listed and read. */
export async function verifyTree(tree: BagTree, options: VerifyOptions = {}): Promise<Verdict> {
  return (await inspectTree(tree, options)).verdict
}

/** A verdict with the list of files it rests on; null where there is none to trust. */
export interface Inspection {
  readonly verdict: Verdict
  readonly payload: ListedFiles | null
}

/** `verifyTree` for whoever reads the files afterwards. @throws AppError CANCELLED */
export async function inspectTree(tree: BagTree, { signal, onProgress }: VerifyOptions = {}): Promise<Inspection> {
  const findings = collectFindings()
  const contents = await readContents(tree, findings, signal)
  if (!contents.files.has('bagit.txt'))
    return { verdict: { status: 'notABag', problems: [{ path: 'bagit.txt', problem: 'missing' }] }, payload: null }
  if (!contents.isWhole) return { verdict: verdictOf(findings.problems), payload: null }
  const tags = await readTagFiles(tree, contents, findings)
  if (!contents.folders.has('data')) findings.add('data/', 'missing')
  if (!tags.hasPayloadManifest) findings.add('manifest-*.txt', 'missing')
  judgeManifests(tags, findings)
  judgeAdded(tags, contents, findings)
  await judgeChecksums(tree, tags, contents, findings, { signal, onProgress })
  judgeOxum(tags, contents, findings)
  return { verdict: verdictOf(findings.problems), payload: tags.payload }
}

/** What the manifests must say about each other (RFC 8493 §2.1.3, §2.2.1). */
function judgeManifests(tags: TagFiles, findings: Findings): void {
  if (tags.dialect === 'draft') return
  for (const path of tags.payload.paths()) {
    const listing = tags.payload.manifests(path)
    for (const name of tags.payloadManifests) if (!listing.includes(name)) findings.add(name, 'malformed', `未列出 ${path}`)
  }
  for (const path of tags.payloadManifests) {
    const listing = tags.tags.manifests(path)
    for (const name of tags.tagManifests) if (!listing.includes(name)) findings.add(name, 'malformed', `未列出 ${path}`)
  }
}

/** Files that no list names. Without a readable list of the payload nothing can be called added. */
function judgeAdded(tags: TagFiles, contents: BagContents, findings: Findings): void {
  const resolved = (listed: ListedFiles) => new Set([...listed.paths()].map((path) => contents.find(path)))
  const payload = resolved(tags.payload)
  const listedTags = resolved(tags.tags)
  if (tags.isOurs && ![...contents.files.keys()].some((path) => manifestKind(path)?.of === 'tags')) {
    findings.add('tagmanifest-sha256.txt', 'missing')
  }
  for (const path of contents.files.keys()) {
    if (path.startsWith('data/')) {
      if (tags.payloadManifests.length > 0 && !payload.has(path)) findings.add(path, 'added')
    } else if (tags.isOurs && tags.tagManifests.length > 0 && !listedTags.has(path) && manifestKind(path)?.of !== 'tags') {
      findings.add(path, 'added')
    }
  }
}

async function judgeChecksums(
  tree: BagTree,
  tags: TagFiles,
  contents: BagContents,
  findings: Findings,
  options: VerifyOptions,
): Promise<void> {
  const listings = [tags.tags, tags.payload]
  const found = listings.flatMap((listed) => [...listed.paths()].map((path) => ({ path, listed, file: contents.find(path) })))
  const total = found.reduce((sum, { file }) => sum + (file === null ? 0 : (contents.files.get(file) ?? 0)), 0)
  let done = 0
  for (const { path, listed, file } of found) {
    if (options.signal?.aborted) throw new AppError('CANCELLED')
    if (file === null) {
      // A link in its place has been reported as such: it is there, and it is wrong.
      if (!findings.has(path)) findings.add(path, 'missing')
      continue
    }
    options.onProgress?.({ phase: 'verify', done, total, item: path })
    const expected = listed.checksums(path)
    try {
      const count = (octets: number) => {
        done += octets
        options.onProgress?.({ phase: 'verify', done, total, item: path })
      }
      const actual = await checksumsOf(tree, file, expected.keys(), count, options.signal)
      if ([...expected].some(([algorithm, checksum]) => actual.get(algorithm) !== checksum)) findings.add(path, 'changed')
    } catch (error) {
      if (error instanceof AppError) throw error
      findings.add(path, 'unreadable')
    }
  }
}

/** Payload-Oxum is only a quick screen: it is worth a remark of its own where no file has one. */
function judgeOxum(tags: TagFiles, contents: BagContents, findings: Findings): void {
  if (!tags.oxum || findings.problems.some(({ path }) => path.startsWith('data/'))) return
  const sizes = [...contents.files].filter(([path]) => path.startsWith('data/')).map(([, octets]) => octets)
  const octets = sizes.reduce((sum, size) => sum + size, 0)
  if (octets === tags.oxum.octets && sizes.length === tags.oxum.files) return
  findings.add('bag-info.txt', 'oxumMismatch', `写明 ${tags.oxum.octets}.${tags.oxum.files}，实有 ${octets}.${sizes.length}`)
}
