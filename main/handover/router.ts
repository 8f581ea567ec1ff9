import { os } from '../context.ts'
import { taskEvents } from '../platform/tasks/task-events.ts'
import { advanceHandover, beginHandover, cancelHandover, copyForHandover, makeHandoverList, viewHandover } from './service.ts'

export const handoverRouter = os.handover.router({
  view: os.handover.view.handler(({ context }) => viewHandover(context.core)),
  begin: os.handover.begin.handler(({ context, input }) => beginHandover(context.core, input)),
  copy: os.handover.copy.handler(({ context: { core }, input, signal }) => {
    const outside = core.targets.resolve(input.targetId)
    return taskEvents((control) => copyForHandover(core, outside, control), signal)
  }),
  advance: os.handover.advance.handler(({ context, input }) => advanceHandover(context.core, input.from)),
  list: os.handover.list.handler(({ context, input, signal }) => makeHandoverList(context.core, input.format, signal)),
  cancel: os.handover.cancel.handler(({ context }) => cancelHandover(context.core)),
})
