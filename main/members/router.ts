import { rosterOfDay } from '#shared/members/roster.ts'
import { os } from '../context.ts'
import { backupBefore } from '../ledger/backup/automatic.ts'
import { erasable, erasePerson, previewErasure } from './erase.ts'
import { importPosts, importRoster, previewPostsImport, previewRosterImport } from './import.ts'
import { readRosterHistory } from './read.ts'
import { readMember, readMembers, saveMember, unmaskMember } from './service.ts'

export const membersRouter = os.members.router({
  roster: os.members.roster.handler(({ context, input }) =>
    rosterOfDay(readRosterHistory(context.core.session.require()), input.date),
  ),
  all: os.members.all.handler(({ context }) => readMembers(context.core.session.require())),
  get: os.members.get.handler(({ context, input }) => readMember(context.core.session.require(), input.id)),
  save: os.members.save.handler(({ context, input }) => saveMember(context.core.session.require(), input)),
  unmask: os.members.unmask.handler(({ context, input }) => unmaskMember(context.core, input.id)),
  erasable: os.members.erasable.handler(({ context }) => erasable(context.core)),
  previewErasure: os.members.previewErasure.handler(({ context, input }) => previewErasure(context.core, input.id)),
  erase: os.members.erase.handler(({ context, input }) => erasePerson(context.core, input)),
  previewImport: os.members.previewImport.handler(({ context, input }) =>
    previewRosterImport(context.core, context.core.staging.find(input.file)),
  ),
  import: os.members.import.handler(async ({ context: { core }, input }) => {
    const file = core.staging.find(input.file)
    await backupBefore(core, 'import')
    return importRoster(core, file)
  }),
  previewPosts: os.members.previewPosts.handler(({ context, input }) =>
    previewPostsImport(context.core, context.core.staging.find(input.file)),
  ),
  importPosts: os.members.importPosts.handler(async ({ context: { core }, input }) => {
    const file = core.staging.find(input.file)
    await backupBefore(core, 'import')
    return importPosts(core, file)
  }),
})
