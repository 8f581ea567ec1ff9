import { os } from '../context.ts'
import { makeAttendanceTable, yearAttendance } from './service.ts'

export const reportsRouter = os.reports.router({
  attendance: os.reports.attendance.handler(({ context, input }) => yearAttendance(context.core, input.year)),
  makeAttendanceTable: os.reports.makeAttendanceTable.handler(({ context, input }) =>
    makeAttendanceTable(context.core, input.year),
  ),
})
