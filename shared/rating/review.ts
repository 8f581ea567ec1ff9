import { z } from 'zod'
import { plainDateSchema } from '../kernel/dates.ts'
import { idSchema } from '../kernel/ids.ts'

const reviewItemSchema = z.object({
  code: z.string().min(1).max(20),
  /** Null: the superior has not scored it. */
  points: z.number().min(0).max(100).nullable(),
  note: z.string().max(2000).default(''),
  isNotApplicable: z.boolean().default(false),
  /** A veto that the superior has found. */
  isTriggered: z.boolean().default(false),
})
export type ReviewItem = z.infer<typeof reviewItemSchema>

/** What the superior says about a year's assessment, indicator by indicator. */
export const reviewSchema = z.object({
  /** 复核单位 */
  reviewedBy: z.string().max(100),
  reviewedOn: plainDateSchema,
  items: z.array(reviewItemSchema).max(1000),
  total: z.number().min(0).max(200).nullable().default(null),
  stars: z.number().int().min(1).max(5).nullable().default(null),
  note: z.string().max(5000).default(''),
})
export type Review = z.infer<typeof reviewSchema>

/** Newest form of a review file that is understood; a newer minor one is read without what it adds. */
export const reviewFormat = '1.0'

/** `review.json` (docs/formats.md): a review with what it is about, so that no file of another branch, year or version enters. */
export const reviewFileSchema = z.looseObject({
  format: z.literal('branch-handbook-review'),
  formatVersion: z.string().regex(/^\d+\.\d+$/),
  branchId: idSchema,
  branchName: z.string().max(200).default(''),
  year: z.number().int(),
  schemeName: z.string().max(200).default(''),
  schemeVersion: z.string().max(60),
  ...reviewSchema.shape,
})
export type ReviewFile = z.infer<typeof reviewFileSchema>

/** What a review is compared with. */
export interface ReviewedAssessment {
  readonly branchId: string
  readonly year: number
  readonly schemeName: string
  readonly schemeVersion: string
  /** Most points of each indicator by its code. */
  readonly points: ReadonlyMap<string, number>
}

/** Why a review file is not about this assessment, or contradicts its scheme. Empty: it fits. */
export function reviewFaults(file: ReviewFile, own: ReviewedAssessment): string[] {
  if (file.formatVersion.split('.')[0] !== reviewFormat.split('.')[0])
    return [`文件格式是 ${file.formatVersion}，本程序只认 ${reviewFormat}，请升级程序`]
  if (file.branchId !== own.branchId) return [`这是另一个党支部${file.branchName === '' ? '' : `（${file.branchName}）`}的复核文件`]
  if (file.year !== own.year) return [`这是${file.year}年度的复核文件，正在看的是${own.year}年度`]
  const isOther = file.schemeVersion !== own.schemeVersion || (file.schemeName !== '' && file.schemeName !== own.schemeName)
  if (isOther)
    return [
      `复核用的是“${file.schemeName}”${file.schemeVersion}版，本年度自评用的是“${own.schemeName}”${own.schemeVersion}版，分数不能对照`,
    ]
  const seen = new Set<string>()
  return file.items.flatMap(({ code, points }) => {
    const most = own.points.get(code)
    const isAgain = seen.has(code)
    seen.add(code)
    if (isAgain) return [`指标${code}出现两次`]
    if (most === undefined) return [`评定办法里没有编号为${code}的指标`]
    return points !== null && points > most ? [`指标${code}复核得分${points}分，超过满分${most}分`] : []
  })
}
