import { os } from '../context.ts'
import { taskEvents } from '../platform/tasks/task-events.ts'
import { acceptSmaller, readSafety } from './backup/automatic.ts'
import { makeBackup } from './backup/make.ts'
import { entryOf, ringEntries } from './backup/manifest.ts'
import { restoreBackup, ringPath } from './backup/restore.ts'
import { salvage } from './backup/salvage.ts'
import { checkLedger } from './check/check.ts'
import { repairLedger } from './check/repair.ts'
import { makeHandoverLog } from './handover/log.ts'
import { createLedger } from './service.ts'

export const ledgerRouter = os.ledger.router({
  status: os.ledger.status.handler(({ context }) => context.core.session.status()),
  retry: os.ledger.retry.handler(({ context }) => context.core.session.open()),
  create: os.ledger.create.handler(({ context, input }) => createLedger(context.core, input.name, input.sample)),
  safety: os.ledger.safety.handler(({ context }) => readSafety(context.core)),
  backups: os.ledger.backups.handler(({ context }) => ringEntries(context.core.session.directory).map(entryOf)),
  backup: os.ledger.backup.handler(({ context: { core }, input, signal }) => {
    const ledger = core.session.require()
    const outside = core.targets.resolve(input.targetId)
    const { clock, programVersion } = core
    return taskEvents((control) => makeBackup(ledger, { reason: 'manual', clock, programVersion, outside, control }), signal)
  }),
  acceptSmaller: os.ledger.acceptSmaller.handler(({ context }) => acceptSmaller(context.core)),
  restore: os.ledger.restore.handler(({ context: { core }, input, signal }) => {
    const path = 'backupId' in input ? ringPath(core.session.directory, input.backupId) : core.targets.resolve(input.targetId)
    return taskEvents((control) => restoreBackup(core, path, control), signal)
  }),
  salvage: os.ledger.salvage.handler(({ context: { core }, input, signal }) => {
    const target = core.targets.resolve(input.targetId)
    return taskEvents((control) => salvage(core, target, control), signal)
  }),
  log: os.ledger.log.handler(({ context }) => makeHandoverLog(context.core)),
  check: os.ledger.check.handler(({ context: { core }, signal }) => {
    core.session.require()
    return taskEvents((control) => checkLedger(core, control), signal)
  }),
  repair: os.ledger.repair.handler(({ context: { core }, signal }) => {
    core.session.require()
    return taskEvents((control) => repairLedger(core, control), signal)
  }),
})
