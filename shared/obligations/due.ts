import { byText } from '../kernel/order.ts'
import { appraisalItems } from './due/appraisal.ts'
import { developmentItems } from './due/development.ts'
import { dutyItems } from './due/duties.ts'
import { electionItems } from './due/elections.ts'
import { problemItems, taskItems } from './due/responsibility.ts'
import { followUpItems, sittingItems } from './due/sittings.ts'
import type { DueInput } from './due/types.ts'
import type { RuleTable } from './rule-table.ts'
import type { DueItem } from './schema.ts'

export type { DueInput } from './due/types.ts'

const ranks: Record<DueItem['state'], number> = { overdue: 0, missing: 1, soon: 2, open: 3 }
/** Without a day it comes after those with one. */
const never = '9999-12-31'

/** The rows of the year's table first, the branch's other habits after them, each in the order of the rules. */
function placeOf({ rules }: RuleTable, { rule: id }: DueItem): number {
  const index = rules.findIndex((rule) => rule.id === id)
  return index < 0 || rules[index]?.table === undefined ? rules.length + index : index
}

/**
 * 「近期要办」 as of a day: what is overdue, what has no record, what comes in the next ten days, the rest. Overdue and coming
 * things by their day; missing periods with the latest first, because what happened lately can best be written down, and
 * those of the year's table before the branch's other habits.
 */
export function dueItems(input: DueInput): DueItem[] {
  const duties = dutyItems(input)
  const shown = new Set(duties.flatMap(({ action }) => action.activityId ?? []))
  const isHabit = (item: DueItem) => Number(placeOf(input.table, item) >= input.table.rules.length)
  const order = (a: DueItem, b: DueItem) => {
    const days = byText(a.dueOn ?? never, b.dueOn ?? never)
    const isMissing = a.state === 'missing'
    return (
      ranks[a.state] - ranks[b.state] ||
      (isMissing ? isHabit(a) - isHabit(b) : 0) ||
      (isMissing ? -days : days) ||
      placeOf(input.table, a) - placeOf(input.table, b) ||
      byText(a.id, b.id)
    )
  }
  const others = [
    ...appraisalItems(input),
    ...developmentItems(input),
    ...electionItems(input),
    ...followUpItems(input),
    ...taskItems(input),
    ...problemItems(input),
    ...sittingItems(input, shown),
  ]
  return [...duties, ...others].toSorted(order)
}
