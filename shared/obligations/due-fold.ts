import { periodWords } from './period-words.ts'
import type { DueItem } from './schema.ts'

/** A line of the list: one matter, or several missing periods of one duty in one year. */
export interface DueLine {
  readonly item: DueItem
  /** More periods of the same duty, latest first; empty for a line of its own. */
  readonly more: readonly DueItem[]
  /** What stands on the line: `8月支部委员会会议未记录`, or `…等6个月未记录`. */
  readonly title: string
}

const unitOf = (period: string) =>
  period.length === 4 ? '年' : period[5] === 'Q' ? '个季度' : period[5] === 'H' ? '个半年' : '个月'

/**
 * Missing periods of one duty, scope and year as one line in the place of the latest, so that a duty nobody recorded all
 * year does not push everything else off a list of ten.
 */
export function foldDue(items: readonly DueItem[], today: string): DueLine[] {
  const keyOf = (item: DueItem) =>
    item.state === 'missing' && item.canExplain ? `${item.rule} ${item.scopeId} ${item.period.slice(0, 4)}` : item.id
  return [...Map.groupBy(items, keyOf).values()].flatMap(([item, ...more]) => {
    if (!item) return []
    if (more.length === 0) return [{ item, more, title: item.title }]
    const words = periodWords(item.period, today)
    return [{ item, more, title: item.title.replace(words, `${words}等${more.length + 1}${unitOf(item.period)}`) }]
  })
}
