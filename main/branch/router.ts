import { os } from '../context.ts'
import { readBranch, selectGroups } from './read.ts'
import { saveGroup, updateBranch } from './service.ts'

export const branchRouter = os.branch.router({
  get: os.branch.get.handler(({ context }) => readBranch(context.core.session.require())),
  update: os.branch.update.handler(({ context, input }) => updateBranch(context.core.session.require(), input)),
  groups: os.branch.groups.handler(({ context }) => selectGroups(context.core.session.require().db)),
  saveGroup: os.branch.saveGroup.handler(({ context, input }) => saveGroup(context.core.session.require(), input)),
})
