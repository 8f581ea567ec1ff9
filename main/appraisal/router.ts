import { os } from '../context.ts'
import { appraisalOverview, handIn, tell } from './service.ts'

export const appraisalRouter = os.appraisal.router({
  overview: os.appraisal.overview.handler(({ context, input }) => appraisalOverview(context.core, input.year)),
  handIn: os.appraisal.handIn.handler(({ context, input }) => handIn(context.core, input)),
  tell: os.appraisal.tell.handler(({ context, input }) => tell(context.core, input)),
})
