import { os } from '../context.ts'
import { developmentCases, developmentDetail, takeVote } from './service.ts'

export const developmentRouter = os.development.router({
  cases: os.development.cases.handler(({ context }) => developmentCases(context.core)),
  case: os.development.case.handler(({ context, input }) => developmentDetail(context.core, input.id)),
  takeVote: os.development.takeVote.handler(({ context, input }) => {
    takeVote(context.core, input)
    return {}
  }),
})
