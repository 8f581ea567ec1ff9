import type { FollowUp } from '../../activities/follow-ups.ts'
import type { DevelopmentCase } from '../../development/case.ts'
import { type PlainDate, plusDays } from '../../kernel/dates.ts'
import type { Problem } from '../../rectification/schema.ts'
import type { Task } from '../../tasks/schema.ts'
import type { RuleOverride } from '../overrides.ts'
import type { EngineInput } from '../records.ts'
import type { RuleTable } from '../rule-table.ts'
import type { DueItem } from '../schema.ts'

/** Everything 「近期要办」 follows from. `records` hold the year of the day and the one before. */
export interface DueInput extends Omit<EngineInput, 'table'> {
  readonly table: RuleTable
  readonly overrides: readonly RuleOverride[]
  readonly followUps: readonly FollowUp[]
  /** Of the year of the day and the one before. */
  readonly tasks: readonly Task[]
  readonly problems: readonly Problem[]
  readonly cases: readonly DevelopmentCase[]
}

/** Days ahead of which something counts as near (DOMAIN 2.2: the last ten days of a period). */
const nearDays = 10
/** Days ahead that planned meetings are shown. */
export const plannedDays = 14

/** `overdue` after its day, `soon` in the ten days before it. */
export function stateUntil(dueOn: PlainDate | null, today: PlainDate): DueItem['state'] {
  if (dueOn === null) return 'open'
  if (dueOn < today) return 'overdue'
  return dueOn <= plusDays(today, nearDays) ? 'soon' : 'open'
}
