import { chineseDate, lastDayOf, type PlainDate, plusMonths } from '../kernel/dates.ts'
import type { Check } from './facts.ts'

/**
 * Whether a committee is within its term on a day (支部工作条例 第二十一条). A month alone ends with its last day.
 *
 * @param start `2023-05` or `2023-05-12`; null: nobody knows it, and so the answer is null
 */
export function termCheck(start: string | null, day: PlainDate, years: number): Check | null {
  if (start === null) return null
  const dueOn = plusMonths(lastDayOf(start), 12 * years)
  return { isTrue: day <= dueOn, reason: `本届${chineseDate(start)}起，${chineseDate(dueOn)}届满` }
}
