import type { AssessmentContent } from './assessment.ts'
import { type AssessmentStatus, isFrom } from './status.ts'

/** What became of the stars against the last named year before. */
export const starChanges = ['first', 'same', 'up', 'down', 'removed'] as const
export type StarChange = (typeof starChanges)[number]

export const starChangeNames: Readonly<Record<StarChange, string>> = {
  first: '首次命名',
  same: '保持',
  up: '升星',
  down: '降星',
  removed: '摘星',
}

export const starNames = ['', '一星', '二星', '三星', '四星', '五星'] as const

interface Year {
  readonly year: number
  readonly status: AssessmentStatus
  readonly result: AssessmentContent['result']
}

/** 升星、降星、摘星 of each named year, oldest first; null where nothing has been named. Stars of one branch, never compared with others. */
export function starHistory<T extends Year>(years: readonly T[]): (T & { readonly change: StarChange | null })[] {
  let before: number | null = null
  return years
    .toSorted((a, b) => a.year - b.year)
    .map((each) => {
      const { stars, removedOn } = each.result
      if (!isFrom(each.status, 'named') || stars === null) return { ...each, change: null }
      if (removedOn !== null) {
        // Stars won again later are a rise.
        before = 0
        return { ...each, change: 'removed' as const }
      }
      const change: StarChange = before === null ? 'first' : stars > before ? 'up' : stars < before ? 'down' : 'same'
      before = stars
      return { ...each, change }
    })
}
