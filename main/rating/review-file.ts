import { readFileSync } from 'node:fs'
import { AppError } from '#shared/kernel/errors.ts'
import { infoValues, parseBagInfo } from '#shared/packs/bagit/tag-files.ts'
import { reviewFileFaults } from '#shared/rating/file-faults.ts'
import { type ReviewFile, reviewFaults, reviewFileSchema } from '#shared/rating/review.ts'
import type { Core } from '../core.ts'
import { parseJson, readJson } from '../files/json.ts'
import type { StagedPath } from '../files/staging.ts'
import type { BagTree } from '../packs/verify/bag-tree.ts'
import { inspectTree } from '../packs/verify/verify.ts'
import { openPackTree } from '../packs/zip/pack-tree.ts'
import { changeAssessment } from './change.ts'

const maxOctets = 4 * 1024 ** 2
const what = '复核文件'
const refuse = (reason: string): never => {
  throw new AppError('INPUT_INVALID', { field: what, reason: `${reason}。没有载入任何内容。` })
}

async function textOf(tree: BagTree, path: string): Promise<string> {
  const chunks: Buffer[] = []
  let octets = 0
  for await (const chunk of tree.read(path)) {
    octets += chunk.length
    if (octets > maxOctets) throw new AppError('FILE_TOO_LARGE', { file: path, limit: '4 MB' })
    chunks.push(Buffer.from(chunk))
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** `data/review.json` of a pack with `Pack-Kind: review`, after the whole pack was checked. */
async function readPacked(staged: StagedPath, signal?: AbortSignal): Promise<unknown> {
  const opened = await openPackTree(staged.path, signal)
  if ('refused' in opened) return refuse('这个压缩文件不是一份完整的材料包')
  try {
    const { verdict, payload } = await inspectTree(opened.tree, signal ? { signal } : {})
    if (verdict.status !== 'valid' || payload === null) return refuse('材料包不完整，或者内容与文件清单不一致')
    const kind = infoValues(parseBagInfo(await textOf(opened.tree, 'bag-info.txt'), true).elements, 'Pack-Kind')[0] ?? ''
    if (kind !== 'review') return refuse('这份材料包不是上级的复核结果')
    if (![...payload.paths()].includes('data/review.json')) return refuse('材料包里没有 review.json')
    return parseJson(await textOf(opened.tree, 'data/review.json'), 'review.json', what)
  } finally {
    await opened.close()
  }
}

/** A staged `review.json` or pack, read and not yet compared. @throws AppError INPUT_INVALID, FILE_UNREADABLE, FILE_TOO_LARGE, CANCELLED */
async function readReviewFile(staged: StagedPath, signal?: AbortSignal): Promise<ReviewFile> {
  const isZip = readFileSync(staged.path).subarray(0, 2).toString('latin1') === 'PK'
  const content = isZip ? await readPacked(staged, signal) : readJson(staged, what)
  const parsed = reviewFileSchema.safeParse(content)
  if (parsed.success) return parsed.data
  const { issues } = parsed.error
  if (issues.some(({ path }) => path.length === 0 || path[0] === 'format')) return refuse('这不是上级发回的复核文件')
  return refuse(reviewFileFaults(issues, content).join('；'))
}

/**
 * Takes a superior's review in. It must be about this branch, this year and this version of the scheme, and every point must be
 * possible; otherwise nothing of it is kept.
 *
 * @throws AppError CHANGED_ELSEWHERE, INPUT_INVALID, FILE_UNREADABLE, FILE_TOO_LARGE, FILE_EXPIRED, CANCELLED
 */
export async function loadReview(core: Core, input: { year: number; revision: number; file: string }, signal?: AbortSignal) {
  const file = await readReviewFile(core.staging.find(input.file), signal)
  return changeAssessment(core, input, '载入上级复核结果', ({ ledger, scheme, content, status }) => {
    const points = scheme.categories.flatMap(({ indicators }) =>
      indicators.map((each): [string, number] => [each.code, each.points]),
    )
    const faults = reviewFaults(file, {
      branchId: ledger.branchId,
      year: input.year,
      schemeName: scheme.schemeName,
      schemeVersion: scheme.version,
      points: new Map(points),
    })
    if (faults.length > 0) return refuse(faults.slice(0, 10).join('；'))
    if (status === 'selfAssessment') return refuse('本年度还在自评中，请先完成自评并登记报送')
    const { reviewedBy, reviewedOn, items, total, stars, note } = file
    const isBefore = status === 'selfAssessed' || status === 'reported' || status === 'inReview'
    return {
      content: { ...content, review: { reviewedBy, reviewedOn, items, total, stars, note } },
      status: isBefore && content.report.on !== null ? 'reviewed' : status,
    }
  })
}

/** Takes a review back out; the year's step stays. @throws AppError CHANGED_ELSEWHERE */
export const removeReview = (core: Core, input: { year: number; revision: number }) =>
  changeAssessment(core, input, '移除上级复核结果', ({ content }) => ({ content: { ...content, review: null } }))
