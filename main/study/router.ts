import { os } from '../context.ts'
import { makeHourTable, yearHours } from './service.ts'

export const studyRouter = os.study.router({
  hours: os.study.hours.handler(({ context, input }) => yearHours(context.core, input.year)),
  makeHourTable: os.study.makeHourTable.handler(({ context, input }) => makeHourTable(context.core, input.year)),
})
