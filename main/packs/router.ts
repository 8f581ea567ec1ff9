import { AppError } from '#shared/kernel/errors.ts'
import { os } from '../context.ts'
import { backupBefore } from '../ledger/backup/automatic.ts'
import { taskEvents } from '../platform/tasks/task-events.ts'
import { clearLeftover, findLeftovers } from './bag/leftovers.ts'
import { importPack, previewPackImport } from './import/service.ts'
import { makeReceipt } from './receipt.ts'
import { continuePack, exportPack, previewPack } from './service.ts'
import { verifyPack } from './verify/verify.ts'

export const packsRouter = os.packs.router({
  targets: os.packs.targets.handler(({ context }) => context.core.targets.list()),
  browse: os.packs.browse.handler(({ context, input }) => context.core.targets.browse(input.targetId)),
  plan: os.packs.plan.handler(({ context, input }) => previewPack(context.core, input)),
  export: os.packs.export.handler(({ context: { core }, input, signal }) => {
    const { confirmed, targetId, ...choice } = input
    if (!confirmed) throw new AppError('CONFIRMATION_MISSING')
    core.session.require()
    const targetPath = core.targets.resolve(targetId)
    return taskEvents((control) => exportPack(core, { ...choice, targetPath, ...control }), signal)
  }),
  verify: os.packs.verify.handler(({ context: { core }, input, signal }) => {
    const path = core.targets.resolve(input.targetId)
    return taskEvents((control) => verifyPack(path, control), signal)
  }),
  previewImport: os.packs.previewImport.handler(({ context: { core }, input, signal }) => {
    core.session.require()
    const path = core.targets.resolve(input.targetId)
    const { passphrase } = input
    return taskEvents((control) => previewPackImport(core, path, { ...control, ...(passphrase ? { passphrase } : {}) }), signal)
  }),
  import: os.packs.import.handler(({ context: { core }, input, signal }) => {
    core.session.require()
    const path = core.targets.resolve(input.targetId)
    return taskEvents(async (control) => {
      await backupBefore(core, 'import')
      const { choices, passphrase } = input
      return importPack(core, path, { choices, ...control, ...(passphrase ? { passphrase } : {}) })
    }, signal)
  }),
  leftovers: os.packs.leftovers.handler(({ context: { core }, input }) =>
    findLeftovers(core.targets.resolve(input.targetId), core.session.require().deviceId),
  ),
  continueLeftover: os.packs.continueLeftover.handler(({ context: { core }, input, signal }) => {
    if (!input.confirmed) throw new AppError('CONFIRMATION_MISSING')
    core.session.require()
    const targetPath = core.targets.resolve(input.targetId)
    return taskEvents((control) => continuePack(core, { name: input.name, targetPath, ...control }), signal)
  }),
  clearLeftover: os.packs.clearLeftover.handler(async ({ context: { core }, input }) => {
    await clearLeftover(core.targets.resolve(input.targetId), input.name, core.session.require().deviceId)
    return {}
  }),
  receipt: os.packs.receipt.handler(({ context, input, signal }) => makeReceipt(context.core, input.pack, input.format, signal)),
})
