import { isOpenOn } from '#shared/activities/follow-ups.ts'
import { os } from '../context.ts'
import { backupBefore } from '../ledger/backup/automatic.ts'
import { today } from '../platform/clock.ts'
import { lastSitting } from './copy-last.ts'
import { dropDraft, keepDraft, readDrafts } from './drafts.ts'
import { readFollowUps, setFollowUp } from './follow-ups.ts'
import { importActivities, previewActivitiesImport } from './import.ts'
import { proposeActivity } from './propose.ts'
import { readActivity, readActivityLines } from './read.ts'
import { readDocx } from './read-docx.ts'
import { checkInput, finalizeActivity, saveActivity, setActivityState, setInBin } from './service.ts'
import { bringSigned } from './signed.ts'
import { selectYears } from './store.ts'

export const activitiesRouter = os.activities.router({
  list: os.activities.list.handler(({ context, input }) => readActivityLines(context.core.session.require(), input)),
  years: os.activities.years.handler(({ context }) => selectYears(context.core.session.require().db)),
  get: os.activities.get.handler(({ context, input }) => readActivity(context.core.session.require(), input.id)),
  propose: os.activities.propose.handler(({ context, input }) =>
    proposeActivity(context.core.session.require(), input.purpose, input.date, input.groupId ?? null),
  ),
  last: os.activities.last.handler(({ context, input }) =>
    lastSitting(context.core.session.require(), input.purpose, input.date, input.groupId ?? null),
  ),
  readDocx: os.activities.readDocx.handler(({ context: { core }, input }) => readDocx(core.staging.find(input.file))),
  check: os.activities.check.handler(({ context, input }) => checkInput(context.core, input)),
  save: os.activities.save.handler(({ context, input }) => saveActivity(context.core, input)),
  finalize: os.activities.finalize.handler(({ context, input }) => finalizeActivity(context.core, input.id, input.revision)),
  setState: os.activities.setState.handler(({ context, input }) =>
    setActivityState(context.core, input.id, input.revision, input.state),
  ),
  bringSigned: os.activities.bringSigned.handler(({ context, input }) => bringSigned(context.core, input.id, input.attachmentId)),
  remove: os.activities.remove.handler(({ context, input }) => {
    setInBin(context.core, input.id, true)
    return {}
  }),
  restore: os.activities.restore.handler(({ context, input }) => {
    setInBin(context.core, input.id, false)
    return {}
  }),
  drafts: os.activities.drafts.handler(({ context }) => readDrafts(context.core.session.require())),
  keepDraft: os.activities.keepDraft.handler(({ context, input }) =>
    keepDraft(context.core.session.require(), input, context.core.clock.now()),
  ),
  dropDraft: os.activities.dropDraft.handler(({ context, input }) => {
    dropDraft(context.core.session.require(), input.id)
    return {}
  }),
  followUps: os.activities.followUps.handler(({ context: { core }, input }) =>
    readFollowUps(core.session.require()).filter(
      (followUp) => input.open === undefined || isOpenOn(followUp, today(core.clock)) === input.open,
    ),
  ),
  setFollowUp: os.activities.setFollowUp.handler(({ context: { core }, input }) =>
    setFollowUp(core.session.require(), input, today(core.clock)),
  ),
  previewImport: os.activities.previewImport.handler(({ context, input }) =>
    previewActivitiesImport(context.core, context.core.staging.find(input.file)),
  ),
  import: os.activities.import.handler(async ({ context: { core }, input }) => {
    const file = core.staging.find(input.file)
    await backupBefore(core, 'import')
    return importActivities(core, file)
  }),
})
