import type { RowReader } from '../../files/row-remarks.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { parseLooseDate, parseTimeRange } from '../../kernel/loose-date.ts'
import type { ActivityColumn } from './columns.ts'

/** The day of a sitting and its times, or the reason why the row is refused. */
export type ReadWhen =
  | {
      readonly ok: true
      readonly date: PlainDate
      readonly startTime: string | null
      readonly endTime: string | null
      readonly doubt: string | null
    }
  | { readonly ok: false; readonly reason: string }

const quoted = (text: string) => `“${[...text].slice(0, 30).join('')}”`

/** Reads date and times, which may stand in one column (会议时间) or in several. */
export function readWhen(reader: RowReader<ActivityColumn>, date1904: boolean): ReadWhen {
  const hasDate = reader.cell('date').text !== ''
  const cell = reader.cell(hasDate ? 'date' : 'time')
  const day = parseLooseDate(cell.text, { date1904, isNumber: cell.kind === 'number' })
  if (!day.ok) {
    if (day.problem === 'empty' || (!hasDate && parseTimeRange(cell.text) !== null)) return { ok: false, reason: '没有日期' }
    const why = day.problem === 'impossible' ? '不是真实存在的日期' : '看不懂'
    return { ok: false, reason: `日期${quoted(cell.text)}${why}` }
  }
  if (day.date.length < 10) return { ok: false, reason: `日期${quoted(cell.text)}没有写到哪一天` }
  const read = { ok: true as const, date: day.date, startTime: day.startTime, endTime: day.endTime, doubt: null }
  const timeText = hasDate ? reader.text('time') : ''
  const endText = reader.text('endTime')
  const end = endText === '' ? null : (parseTimeRange(endText)?.start ?? null)
  if (timeText === '' || /^[-—/]+$/.test(timeText)) return { ...read, endTime: read.endTime ?? end }
  const range = parseTimeRange(timeText)
  if (range) return { ...read, startTime: range.start, endTime: range.end ?? end }
  // The second column may repeat the date: it must be the same day.
  const again = parseLooseDate(timeText, { date1904 })
  if (again.ok && again.date === day.date)
    return { ...read, startTime: again.startTime ?? read.startTime, endTime: again.endTime ?? end }
  const doubt = again.ok ? `两列日期不同（${cell.text}、${timeText}），按前一列录入` : `时间${quoted(timeText)}看不懂，没有录入`
  return { ...read, doubt }
}
