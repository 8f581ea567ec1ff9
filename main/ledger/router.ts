import { os } from '../context.ts'
import { createLedger } from './service.ts'

export const ledgerRouter = os.ledger.router({
  status: os.ledger.status.handler(({ context }) => context.core.session.status()),
  retry: os.ledger.retry.handler(({ context }) => context.core.session.open()),
  create: os.ledger.create.handler(({ context, input }) => createLedger(context.core, input.name, input.sample)),
})
