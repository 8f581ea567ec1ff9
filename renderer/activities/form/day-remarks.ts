import type { ActivityLine } from '#shared/activities/schema.ts'
import type { CalendarDay } from '#shared/calendar/schema.ts'

interface Sitting {
  readonly id: string | null
  readonly date: string
  readonly startTime: string
  readonly endTime: string
  readonly today: string
}

/**
 * What speaks against a day, in the order of weight: it has not come yet, offices are closed, another sitting at the same
 * hours. Only remarks: a meeting that took place is recorded as it was.
 */
export function dayRemarks(sitting: Sitting, day: CalendarDay | undefined, lines: readonly ActivityLine[]): string[] {
  const { date, startTime, endTime } = sitting
  const ahead = date > sitting.today ? ['这一天还没有到，现在不能作为已经召开的会议统计'] : []
  const rest =
    day?.date !== date
      ? []
      : day.kind === 'holiday'
        ? [`这一天是${day.name}放假，请核对日期`]
        : day.kind === 'restDay'
          ? [`这一天是${day.weekday}，休息日，请核对日期`]
          : []
  const clashes = lines
    .filter((line) => line.date === date && line.id !== sitting.id && line.startTime !== null && line.endTime !== null)
    .filter((line) => startTime !== '' && endTime !== '' && (line.startTime ?? '') < endTime && startTime < (line.endTime ?? ''))
    .map((line) => `与${line.title}（${line.startTime}—${line.endTime}）时间重叠`)
  const backwards =
    startTime !== '' && endTime !== '' && endTime <= startTime ? [`结束时间${endTime}不晚于开始时间${startTime}`] : []
  return [...backwards, ...ahead, ...rest, ...clashes]
}
