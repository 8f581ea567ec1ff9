import { os } from '../context.ts'
import { studyGuidance } from './guidance.ts'
import { memberStudy, proposeMakeUp, yearMissed } from './member.ts'
import { makeGuidanceTable, makeHourTable, yearHours } from './service.ts'

export const studyRouter = os.study.router({
  guidance: os.study.guidance.handler(({ context, input }) => studyGuidance(context.core, input.year)),
  hours: os.study.hours.handler(({ context, input }) => yearHours(context.core, input.year)),
  makeHourTable: os.study.makeHourTable.handler(({ context, input }) => makeHourTable(context.core, input.year)),
  makeGuidanceTable: os.study.makeGuidanceTable.handler(({ context, input }) => makeGuidanceTable(context.core, input.year)),
  member: os.study.member.handler(({ context, input }) => memberStudy(context.core, input.year, input.personId)),
  missed: os.study.missed.handler(({ context, input }) => yearMissed(context.core, input.year)),
  proposeMakeUp: os.study.proposeMakeUp.handler(({ context, input }) =>
    proposeMakeUp(context.core, input.sittingId, input.personId),
  ),
})
