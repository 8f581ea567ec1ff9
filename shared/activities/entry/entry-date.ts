import { isPlainDate, type PlainDate, plusDays, yearOf } from '../../kernel/dates.ts'
import { parseLooseDate } from '../../kernel/loose-date.ts'
import { halfWidth } from '../../kernel/width.ts'

const days: Record<string, number> = { 今天: 0, 今日: 0, 昨天: -1, 昨日: -1, 前天: -2, 明天: 1, 后天: 2 }

const two = (text: string) => text.padStart(2, '0')

/**
 * A day as it is typed into a date field: 2025.6.27, 2025年6月27日, 20250627, 今天, 昨天; without a year (6-27, 6.27, 6/27,
 * 6月27日) it is the nearest such day that is not to come, else this year's. Null: no whole day can be read.
 */
export function parseEntryDate(text: string, today: PlainDate): PlainDate | null {
  const flat = halfWidth(text).trim()
  const shift = days[flat]
  if (shift !== undefined) return plusDays(today, shift)
  const short = /^(\d{1,2})[-./月](\d{1,2})[日号]?$/.exec(flat)
  if (short) {
    const [, month = '', day = ''] = short
    // Minutes are written about what has been: in January, 12-27 is last month.
    const candidates = [yearOf(today), yearOf(today) - 1].map((year) => `${year}-${two(month)}-${two(day)}`).filter(isPlainDate)
    return candidates.find((date) => date <= today) ?? candidates[0] ?? null
  }
  const read = parseLooseDate(flat)
  return read.ok && isPlainDate(read.date) ? read.date : null
}
