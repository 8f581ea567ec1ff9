import { useQuery } from '@tanstack/react-query'
import { orpc } from '#renderer/api/client.ts'
import { useToday } from '#renderer/api/session.ts'
import type { ActivityLine } from '#shared/activities/schema.ts'
import type { CalendarDay } from '#shared/calendar/schema.ts'
import { chineseMonthDay, isPlainDate, type PlainDate, yearOf } from '#shared/kernel/dates.ts'
import { fixedDayIn, fixedDayWords } from '#shared/plans/fixed-day.ts'
import type { PrepareModel } from './prepare-model.ts'

function restWords({ kind, name, weekday, isYearKnown, date }: CalendarDay): string[] {
  const rest =
    kind === 'holiday'
      ? [`这一天是${name}放假`]
      : kind === 'restDay'
        ? [`这一天是${weekday}，休息日`]
        : kind === 'adjustedWorkday'
          ? [`${weekday}，${name}调休上班`]
          : []
  return isYearKnown ? rest : [...rest, `工作日表里还没有${yearOf(date)}年的放假安排，只按周末提醒`]
}

const span = ({ startTime, endTime }: Pick<ActivityLine, 'startTime' | 'endTime'>) =>
  startTime === null ? '时间未填' : `${startTime}${endTime === null ? '起' : `—${endTime}`}`

/** Sittings of the same day: at the same hours, or simply that there are some. */
function clashWords(lines: readonly ActivityLine[], model: PrepareModel, ownId: string | null): string[] {
  return lines
    .filter(({ id, date }) => date === model.date && id !== ownId)
    .map((line) => {
      const { startTime, endTime } = line
      const isKnown = startTime !== null && endTime !== null && model.startTime !== '' && model.endTime !== ''
      const overlaps = isKnown && startTime < model.endTime && model.startTime < endTime
      return `${overlaps ? '时间重叠' : '同一天已有'}：${line.title}（${span(line)}）`
    })
}

/** What speaks against the day: a rest day, another sitting, the past, not the branch's fixed day. Warns, never forbids. */
export function DayWarnings({ model, ownId }: { readonly model: PrepareModel; readonly ownId: string | null }) {
  const { date, purpose } = model
  const today = useToday()
  const isDay = isPlainDate(date)
  const day = useQuery(orpc.calendar.day.queryOptions({ input: { date }, enabled: isDay }))
  const list = useQuery(orpc.activities.list.queryOptions({ input: { year: isDay ? yearOf(date) : yearOf(today) } }))
  const branch = useQuery(orpc.branch.get.queryOptions({ input: {} }))
  if (!isDay) return null
  const warnings = [
    ...(date < today ? ['这一天已经过去；已开的会请用「记一次会」'] : []),
    ...(day.data ? restWords(day.data) : []),
    ...clashWords(list.data ?? [], model, ownId),
    ...fixedWords(purpose === 'themedPartyDay' ? (branch.data?.settings.fixedDay ?? null) : null, date),
  ]
  return (
    <div role="status" aria-label="日期提醒">
      {warnings.length > 0 && (
        <ul className="prepare-warnings">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

function fixedWords(fixedDay: { readonly week: number; readonly weekday: number } | null, date: PlainDate): string[] {
  if (fixedDay === null) return []
  const fixed = fixedDayIn(date.slice(0, 7), fixedDay)
  if (fixed === date) return []
  return [`固定党日是${fixedDayWords(fixedDay)}（${chineseMonthDay(fixed)}），改期的在记录里写明因故调整`]
}
