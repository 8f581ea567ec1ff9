import { os } from '../context.ts'
import { dropDossierDraft, keepDossierDraft, readDossierDrafts } from './drafts.ts'
import { readDossier, readDossiers, unsealDossier } from './read.ts'
import { saveDossier, setDossierInBin } from './service.ts'

export const dossierRouter = os.dossier.router({
  list: os.dossier.list.handler(({ context, input }) => readDossiers(context.core.session.require(), input)),
  get: os.dossier.get.handler(({ context, input }) => readDossier(context.core.session.require(), input.id)),
  save: os.dossier.save.handler(({ context, input }) => saveDossier(context.core, input)),
  unseal: os.dossier.unseal.handler(({ context, input }) => unsealDossier(context.core, input.id)),
  remove: os.dossier.remove.handler(({ context, input }) => {
    setDossierInBin(context.core, input.id, true)
    return {}
  }),
  restore: os.dossier.restore.handler(({ context, input }) => {
    setDossierInBin(context.core, input.id, false)
    return {}
  }),
  drafts: os.dossier.drafts.handler(({ context }) => readDossierDrafts(context.core.session.require())),
  keepDraft: os.dossier.keepDraft.handler(({ context, input }) =>
    keepDossierDraft(context.core.session.require(), input, context.core.clock.now()),
  ),
  dropDraft: os.dossier.dropDraft.handler(({ context, input }) => {
    dropDossierDraft(context.core.session.require(), input.id)
    return {}
  }),
})
