import { os } from '../context.ts'
import { taskEvents } from '../platform/tasks/task-events.ts'
import { makeHandbook } from './service.ts'

export const handbookRouter = os.handbook.router({
  make: os.handbook.make.handler(({ context: { core }, input, signal }) =>
    taskEvents((control) => makeHandbook(core, input, control), signal),
  ),
})
