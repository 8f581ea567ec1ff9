import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newId } from '#shared/kernel/ids.ts'
import { assessmentContentSchema } from '#shared/rating/assessment.ts'
import type { Rating } from '#shared/rating/contract.ts'
import { schemeShape } from '#shared/rating/scheme.ts'

const catalogue = schemeShape.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../resources/star-catalogue.json'), 'utf8')),
)
const content = assessmentContentSchema.parse({ self: { from: '2026-01-05', to: '2026-01-08', persons: ['张三', '李四'] } })

/** Codes whose points are missing, with why. */
const short: Readonly<Record<string, { readonly points: number; readonly reason: string }>> = {
  B3: { points: 2.7, reason: '8月未记录支部委员会会议' },
  D3: { points: 3, reason: '第三季度未记录党课' },
}

const lines: Rating['lines'] = catalogue.categories.flatMap((category) =>
  category.indicators.map(({ code, name, points, standard, bonus = false, veto = false }) => ({
    code,
    name,
    category: { code: category.code, name: category.name },
    points,
    standard,
    isBonus: bonus,
    isVeto: veto,
    state: code === 'C4' ? ('notApplicable' as const) : bonus ? ('unproved' as const) : ('proved' as const),
    proposed: veto || bonus ? 0 : (short[code]?.points ?? points),
    isFound: false,
    reason: code === 'C4' ? '没有流动党员' : (short[code]?.reason ?? (bonus ? '没有记录' : '')),
    remark: '',
    missing: [],
    records:
      veto || bonus
        ? []
        : [
            {
              id: newId(),
              type: 'activity',
              date: '2025-06-27',
              title: `${name}的记录`,
              kindName: '会议记录',
              partId: null,
              isPinned: false,
            },
          ],
    documents: [],
    evidence: [],
    confirmed: null,
    action: null,
    review: null,
  })),
)

/** A year assessed by the catalogue that comes with the program. */
export const rating: Rating = {
  year: 2025,
  asOf: '2026-01-10',
  scheme: {
    id: null,
    name: catalogue.schemeName,
    version: catalogue.version,
    notice: catalogue.notice,
    bonusCap: catalogue.bonusCap,
    levels: catalogue.levels,
  },
  revision: 1,
  lines,
  score: { base: 98.7, bonus: 0, total: 98.7, isStandardMet: null, stars: 5 },
  status: 'selfAssessed',
  self: content.self,
  report: content.report,
  result: content.result,
  review: null,
}
