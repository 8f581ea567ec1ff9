import type { CalendarDay, DayKind } from './schema.ts'

export const dayKindNames: Record<DayKind, string> = {
  workday: '工作日',
  restDay: '周末',
  holiday: '节假日',
  adjustedWorkday: '调休上班',
}

/** Whether offices are closed. */
export const isRestDay = ({ kind }: Pick<CalendarDay, 'kind'>): boolean => kind === 'restDay' || kind === 'holiday'

/** `星期六，周末`, `星期三，节假日（国庆节）`; the year is named where only weekends are known. */
export function dayWords(day: CalendarDay): string {
  const name = day.name === '' ? '' : `（${day.name}）`
  const doubt = day.isYearKnown ? '' : `，${day.date.slice(0, 4)}年的节假日安排未录入，只能按周末判断`
  return `${day.weekday}，${dayKindNames[day.kind]}${name}${doubt}`
}
