import { byText } from '../kernel/order.ts'
import { dutyItems } from './due/duties.ts'
import { followUpItems, sittingItems } from './due/sittings.ts'
import type { DueInput } from './due/types.ts'
import type { RuleTable } from './rule-table.ts'
import type { DueItem } from './schema.ts'

export type { DueInput } from './due/types.ts'

const ranks: Record<DueItem['state'], number> = { overdue: 0, missing: 1, soon: 2, open: 3 }
/** Without a day it comes after those with one. */
const never = '9999-12-31'

/** The rows of the year's table first, the branch's other habits after them. */
const isRowOfTable = (table: RuleTable, item: DueItem) =>
  table.rules.some((rule) => rule.id === item.rule && rule.table !== undefined)

/**
 * 「近期要办」 as of a day: what is overdue, what has no record, what comes in the next ten days, the rest. Overdue and coming
 * things by their day; missing periods with the latest first, because what happened lately can best be written down.
 */
export function dueItems(input: DueInput): DueItem[] {
  const duties = dutyItems(input)
  const shown = new Set(duties.flatMap(({ action }) => action.activityId ?? []))
  const order = (a: DueItem, b: DueItem) => {
    const days = byText(a.dueOn ?? never, b.dueOn ?? never)
    const isMissing = a.state === 'missing'
    const rows = isMissing ? Number(isRowOfTable(input.table, b)) - Number(isRowOfTable(input.table, a)) : 0
    return ranks[a.state] - ranks[b.state] || rows || (isMissing ? -days : days) || byText(a.id, b.id)
  }
  return [...duties, ...followUpItems(input), ...sittingItems(input, shown)].toSorted(order)
}
