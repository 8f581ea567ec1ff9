import { os } from '../context.ts'
import { listTasks, proposePlan, setTask } from './service.ts'

export const tasksRouter = os.tasks.router({
  list: os.tasks.list.handler(({ context, input }) => listTasks(context.core, input.year)),
  setDone: os.tasks.setDone.handler(({ context, input }) => setTask(context.core, input)),
  propose: os.tasks.propose.handler(({ context, input }) => proposePlan(context.core, input.id, input.year)),
})
