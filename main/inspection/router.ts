import { os } from '../context.ts'
import { inspectYear, makeInspectionSheet } from './service.ts'

export const inspectionRouter = os.inspection.router({
  run: os.inspection.run.handler(({ context, input }) => inspectYear(context.core, input.year)),
  makeSheet: os.inspection.makeSheet.handler(({ context, input }) => makeInspectionSheet(context.core, input.year, input.format)),
})
