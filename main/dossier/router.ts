import { os } from '../context.ts'
import { readDossier, readDossiers } from './read.ts'
import { saveDossier, setDossierInBin, unsealDossier } from './service.ts'

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
})
