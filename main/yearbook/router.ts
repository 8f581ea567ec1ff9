import { os } from '../context.ts'
import { makeYearbook, readYearbook, saveNextSteps } from './service.ts'

export const yearbookRouter = os.yearbook.router({
  get: os.yearbook.get.handler(({ context, input }) => readYearbook(context.core, input.year, input.span)),
  saveNextSteps: os.yearbook.saveNextSteps.handler(({ context, input }) => saveNextSteps(context.core, input)),
  make: os.yearbook.make.handler(({ context, input }) => makeYearbook(context.core, input.year, input.span, input.format)),
})
