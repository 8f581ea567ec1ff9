import { AppError } from '#shared/kernel/errors.ts'
import { os } from '../context.ts'
import { taskEvents } from '../platform/tasks/task-events.ts'
import { exportPack, previewPack } from './service.ts'
import { verifyPack } from './verify/verify.ts'

export const packsRouter = os.packs.router({
  targets: os.packs.targets.handler(({ context }) => context.core.targets.list()),
  browse: os.packs.browse.handler(({ context, input }) => context.core.targets.browse(input.targetId)),
  plan: os.packs.plan.handler(({ context, input }) => previewPack(context.core, input.year)),
  export: os.packs.export.handler(({ context: { core }, input, signal }) => {
    if (!input.confirmed) throw new AppError('CONFIRMATION_MISSING')
    core.session.require()
    const targetPath = core.targets.resolve(input.targetId)
    return taskEvents((control) => exportPack(core, { year: input.year, targetPath, ...control }), signal)
  }),
  verify: os.packs.verify.handler(({ context: { core }, input, signal }) => {
    const path = core.targets.resolve(input.targetId)
    return taskEvents((control) => verifyPack(path, control), signal)
  }),
})
