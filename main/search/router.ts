import { os } from '../context.ts'
import { taskEvents } from '../platform/tasks/task-events.ts'
import { isIndexCurrent, rebuildIndex } from './rebuild.ts'
import { findRecords } from './service.ts'

export const searchRouter = os.search.router({
  find: os.search.find.handler(({ context, input }) => findRecords(context.core.session.require(), input)),
  status: os.search.status.handler(({ context }) => ({ isCurrent: isIndexCurrent(context.core.session.require()) })),
  rebuild: os.search.rebuild.handler(({ context: { core }, signal }) => {
    const ledger = core.session.require()
    return taskEvents((control) => rebuildIndex(ledger, control), signal)
  }),
})
