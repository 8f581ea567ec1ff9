import { os } from '../context.ts'
import { studyGuidance } from './guidance.ts'
import { makeHourTable, yearHours } from './service.ts'

export const studyRouter = os.study.router({
  guidance: os.study.guidance.handler(({ context, input }) => studyGuidance(context.core, input.year)),
  hours: os.study.hours.handler(({ context, input }) => yearHours(context.core, input.year)),
  makeHourTable: os.study.makeHourTable.handler(({ context, input }) => makeHourTable(context.core, input.year)),
})
