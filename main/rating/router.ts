import { os } from '../context.ts'
import { readRating } from './gap-list.ts'
import { makePaper, previewPaper } from './papers.ts'
import { loadReview, removeReview } from './review-file.ts'
import {
  deleteScheme,
  exportScheme,
  importScheme,
  listSchemes,
  previewMapping,
  readScheme,
  readSchemeSheet,
  saveScheme,
  useScheme,
} from './schemes-service.ts'
import {
  addEvidenceFile,
  chooseEvidence,
  confirmIndicator,
  confirmProposed,
  readCandidates,
  readHistory,
  saveProgress,
} from './service.ts'

export const ratingRouter = os.rating.router({
  get: os.rating.get.handler(({ context, input }) => readRating(context.core, input.year)),
  confirm: os.rating.confirm.handler(({ context, input }) => confirmIndicator(context.core, input)),
  confirmProposed: os.rating.confirmProposed.handler(({ context, input }) => confirmProposed(context.core, input)),
  candidates: os.rating.candidates.handler(({ context, input }) => readCandidates(context.core, input.year, input.code)),
  chooseEvidence: os.rating.chooseEvidence.handler(({ context, input }) => chooseEvidence(context.core, input)),
  addFile: os.rating.addFile.handler(({ context, input, signal }) => addEvidenceFile(context.core, input, signal)),
  saveProgress: os.rating.saveProgress.handler(({ context, input }) => saveProgress(context.core, input)),
  loadReview: os.rating.loadReview.handler(({ context, input, signal }) => loadReview(context.core, input, signal)),
  removeReview: os.rating.removeReview.handler(({ context, input }) => removeReview(context.core, input)),
  history: os.rating.history.handler(({ context }) => readHistory(context.core)),
  previewPaper: os.rating.previewPaper.handler(({ context, input }) => previewPaper(context.core, input)),
  makePaper: os.rating.makePaper.handler(({ context, input, signal }) => makePaper(context.core, input, signal)),
  schemes: {
    list: os.rating.schemes.list.handler(({ context }) => listSchemes(context.core)),
    get: os.rating.schemes.get.handler(({ context, input }) => readScheme(context.core, input.id)),
    save: os.rating.schemes.save.handler(({ context, input }) => saveScheme(context.core, input)),
    remove: os.rating.schemes.remove.handler(({ context, input }) => {
      deleteScheme(context.core, input.id)
      return {}
    }),
    use: os.rating.schemes.use.handler(({ context, input }) => useScheme(context.core, input)),
    exportJson: os.rating.schemes.exportJson.handler(({ context, input }) => exportScheme(context.core, input.id)),
    importJson: os.rating.schemes.importJson.handler(({ context, input }) => importScheme(context.core, input.file)),
    readSheet: os.rating.schemes.readSheet.handler(({ context, input }) => readSchemeSheet(context.core, input.file)),
    previewMapping: os.rating.schemes.previewMapping.handler(({ input }) => previewMapping(input)),
  },
})
