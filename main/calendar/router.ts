import { os } from '../context.ts'
import { calendarDay, calendarDays, importWorkingDays, tableInfo } from './service.ts'

export const calendarRouter = os.calendar.router({
  day: os.calendar.day.handler(({ context, input }) => calendarDay(context.core.session.require(), input.date)),
  days: os.calendar.days.handler(({ context, input }) => calendarDays(context.core.session.require(), input.from, input.to)),
  table: os.calendar.table.handler(({ context }) => tableInfo(context.core.session.require())),
  import: os.calendar.import.handler(({ context, input }) =>
    importWorkingDays(context.core, context.core.staging.find(input.file)),
  ),
})
