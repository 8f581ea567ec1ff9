import type { Progress } from '#shared/kernel/contract.ts'
import { AppError } from '#shared/kernel/errors.ts'
import { isId } from '#shared/kernel/ids.ts'
import { byText } from '#shared/kernel/order.ts'
import { isPortablePath } from '#shared/packs/bagit/paths.ts'
import { infoValues, parseBagInfo } from '#shared/packs/bagit/tag-files.ts'
import { formatVersion, type RecordLine, recordFiles } from '#shared/packs/records.ts'
import { sealedList } from '#shared/packs/sealed.ts'
import type { BagTree } from '../verify/bag-tree.ts'
import { inspectTree } from '../verify/verify.ts'
import { openPackTree } from '../zip/pack-tree.ts'
import { checkLines } from './check-lines.ts'
import { readRecordFile } from './read-lines.ts'
import { openSealedPart, type SealedPart } from './sealed.ts'

/** A pack that has been verified and read as a whole; nothing of it is in the ledger yet. */
export interface ReadPack {
  readonly tree: BagTree
  readonly kind: 'exchange' | 'evidence'
  readonly branchId: string
  /** 归属年度 of an evidence pack. */
  readonly year: number | null
  readonly madeOn: string
  readonly lines: readonly RecordLine[]
  /** Fields and files of a newer minor version that are left out. */
  readonly unknown: readonly string[]
  /** The sealed part: none in this pack, closed without its passphrase, or opened. */
  readonly sealed: 'none' | 'closed' | SealedPart
}

export interface ReadPackOptions {
  readonly signal?: AbortSignal
  /** Phase `verify` in octets, then `read` in files. */
  readonly onProgress?: (progress: Progress) => void
  /** Opens the sealed part; without it that part is passed over. */
  readonly passphrase?: string
}

const MAX_INFO = 1024 * 1024

async function infoOf(tree: BagTree) {
  const chunks: Uint8Array[] = []
  let octets = 0
  for await (const chunk of tree.read('bag-info.txt')) {
    octets += chunk.length
    if (octets > MAX_INFO) throw new AppError('PACK_REFUSED', { file: 'bag-info.txt', reason: '过大' })
    chunks.push(Buffer.from(chunk))
  }
  return parseBagInfo(Buffer.concat(chunks).toString('utf8'), true).elements
}

/** Kind, version and branch of a pack. @throws AppError PACK_REFUSED, PACK_NEWER */
async function identify(
  tree: BagTree,
): Promise<Pick<ReadPack, 'kind' | 'branchId' | 'year' | 'madeOn'> & { isNewerMinor: boolean }> {
  const info = await infoOf(tree)
  const value = (label: string) => infoValues(info, label)[0] ?? ''
  const kind = value('Pack-Kind')
  const version = value('Format-Version')
  const match = /^(\d{1,4})\.(\d{1,4})$/.exec(version)
  const [major, minor] = formatVersion.split('.').map(Number)
  if (!match) throw new AppError('PACK_REFUSED', { file: 'bag-info.txt', reason: '没有写明格式版本' })
  if (Number(match[1]) !== major) throw new AppError('PACK_NEWER', { version })
  if (kind !== 'exchange' && kind !== 'evidence') {
    throw new AppError('PACK_REFUSED', {
      file: 'bag-info.txt',
      reason: kind === '' ? '不是本程序的材料包' : `不能导入这种材料包（${kind}）`,
    })
  }
  const branchId = value('Branch-Id')
  if (!isId(branchId)) throw new AppError('PACK_REFUSED', { file: 'bag-info.txt', reason: '没有写明党支部' })
  const year = /^\d{4}$/.test(value('Pack-Year')) ? Number(value('Pack-Year')) : null
  return { kind, branchId, year, madeOn: value('Bagging-Date'), isNewerMinor: Number(match[2]) > (minor ?? 0) }
}

const known = new Set(Object.values(recordFiles).map((file) => `data/records/${file}`))
const isChain = (path: string) => /^data\/records\/history\/[0-9a-f-]{36}\.jsonl$/.test(path)

/**
 * Verifies a whole pack and reads its records (DESIGN §8): a pack that is not valid to the letter, names files elsewhere, or
 * holds names that other systems change is refused, and so is one with a row that does not fit. Writes nothing.
 *
 * @throws AppError FILE_UNREADABLE, PACK_DAMAGED, PACK_REFUSED, PACK_NEWER, PACK_PASSPHRASE_WRONG, CANCELLED
 */
export async function withPack<T>(path: string, options: ReadPackOptions, use: (pack: ReadPack) => Promise<T>): Promise<T> {
  const opened = await openPackTree(path, options.signal).catch((cause: unknown) => {
    throw cause instanceof AppError ? cause : new AppError('FILE_UNREADABLE', { file: path }, { cause })
  })
  if ('refused' in opened) throw damaged(opened.refused)
  try {
    return await use(await readPack(opened.tree, options))
  } finally {
    await opened.close()
  }
}

function damaged({
  status,
  problems,
}: {
  status: string
  problems: readonly { path: string; problem: string; detail?: string | undefined }[]
}): AppError {
  const [first] = problems
  const reason =
    status === 'notABag' ? '不是一份材料包' : (first?.detail ?? (status === 'incomplete' ? '缺少文件' : '内容与文件清单不一致'))
  return new AppError('PACK_DAMAGED', { file: first?.path ?? '', reason, problems: problems.length })
}

async function readPack(tree: BagTree, options: ReadPackOptions): Promise<ReadPack> {
  const { verdict, payload } = await inspectTree(tree, options)
  if (verdict.status !== 'valid' || payload === null) throw damaged(verdict)
  const [remark] = verdict.problems
  if (remark) throw new AppError('PACK_REFUSED', { file: remark.path, reason: remark.detail ?? '' })
  const { isNewerMinor, ...identity } = await identify(tree)
  const paths = [...payload.paths()].toSorted(byText)
  for (const path of paths)
    if (!isPortablePath(path)) throw new AppError('PACK_REFUSED', { file: path, reason: '名称不能在各种系统上使用' })
  const into = { lines: [] as RecordLine[], unknown: new Set<string>(), octets: 0, weight: 0 }
  const files = paths.filter((path) => path.startsWith('data/records/') && path.endsWith('.jsonl'))
  for (const [done, path] of files.entries()) {
    if (options.signal?.aborted) throw new AppError('CANCELLED')
    options.onProgress?.({ phase: 'read', done, total: files.length, item: path })
    if (known.has(path) || isChain(path)) {
      await readRecordFile(tree, path, payload.checksums(path).get('sha256'), identity.branchId, into)
    } else if (isNewerMinor) into.unknown.add(path.slice('data/records/'.length))
    else throw new AppError('PACK_REFUSED', { file: path, reason: '不是这种材料包里应有的数据' })
  }
  checkLines(into.lines, identity.branchId, new Set(paths))
  const hasSealed = identity.kind === 'exchange' && paths.includes(sealedList)
  const sealed = !hasSealed ? 'none' : options.passphrase === undefined ? 'closed' : await openSealedPart(tree, options.passphrase)
  return { tree, ...identity, lines: into.lines, unknown: [...into.unknown].toSorted(byText), sealed }
}
