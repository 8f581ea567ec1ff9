import { os } from '../context.ts'
import { summarizeYear } from './service.ts'

export const obligationsRouter = os.obligations.router({
  summary: os.obligations.summary.handler(({ context, input }) =>
    summarizeYear(context.core.session.require(), input.year, context.core.clock),
  ),
})
