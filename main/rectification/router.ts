import { os } from '../context.ts'
import { proposeReply, proposeSelfCheck } from './proposals.ts'
import { listProblems, makeProblemLedger, takeStep, takeStepBack, trackProblem } from './service.ts'

export const rectificationRouter = os.rectification.router({
  list: os.rectification.list.handler(({ context, input }) => listProblems(context.core, input.year)),
  take: os.rectification.take.handler(({ context, input }) => takeStep(context.core, input)),
  takeBack: os.rectification.takeBack.handler(({ context, input }) => takeStepBack(context.core, input.recordId, input.revision)),
  track: os.rectification.track.handler(({ context, input }) => trackProblem(context.core, input)),
  proposeSelfCheck: os.rectification.proposeSelfCheck.handler(({ context, input }) => proposeSelfCheck(context.core, input.year)),
  proposeReply: os.rectification.proposeReply.handler(({ context, input }) => proposeReply(context.core, input.year)),
  makeLedger: os.rectification.makeLedger.handler(({ context, input }) =>
    makeProblemLedger(context.core, input.year, input.format),
  ),
})
