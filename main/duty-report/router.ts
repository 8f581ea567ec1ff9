import { os } from '../context.ts'
import { makeDutyReport, readDutyReport, saveDutyReport } from './service.ts'

export const dutyReportRouter = os.dutyReport.router({
  get: os.dutyReport.get.handler(({ context, input }) => readDutyReport(context.core, input.year)),
  save: os.dutyReport.save.handler(({ context, input }) => saveDutyReport(context.core, input)),
  make: os.dutyReport.make.handler(({ context, input }) => makeDutyReport(context.core, input.year, input.format)),
})
