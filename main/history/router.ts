import { os } from '../context.ts'
import { readHistory, readRecent } from './service.ts'
import { selectBin } from './store.ts'

export const historyRouter = os.history.router({
  of: os.history.of.handler(({ context, input }) => readHistory(context.core.session.require(), input.id)),
  recent: os.history.recent.handler(({ context, input }) => readRecent(context.core.session.require(), input.limit)),
  bin: os.history.bin.handler(({ context }) => selectBin(context.core.session.require().db)),
})
