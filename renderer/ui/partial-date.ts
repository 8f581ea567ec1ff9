import type { PartialDate } from '#shared/kernel/dates.ts'
import { parseLooseDate } from '#shared/kernel/loose-date.ts'

/** What was typed as a plain date, its precision kept: 1996.1 → 1996-01; text that is none comes back unchanged. */
export function readPartialDate(text: string): PartialDate | null {
  if (text.trim() === '') return null
  const parsed = parseLooseDate(text)
  return parsed.ok ? parsed.date : text.trim()
}
