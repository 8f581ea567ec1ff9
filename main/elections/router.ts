import { os } from '../context.ts'
import { applyPosts, electionDetail, electionsOverview, takeResult } from './service.ts'

export const electionsRouter = os.elections.router({
  overview: os.elections.overview.handler(({ context }) => electionsOverview(context.core)),
  case: os.elections.case.handler(({ context, input }) => electionDetail(context.core, input.id)),
  takeResult: os.elections.takeResult.handler(({ context, input }) => {
    takeResult(context.core, input)
    return {}
  }),
  applyPosts: os.elections.applyPosts.handler(({ context, input }) => {
    applyPosts(context.core, input)
    return {}
  }),
})
