import { os } from '../context.ts'
import { makeMinutes, makeYearTable, previewMinutes } from './service.ts'

export const documentsRouter = os.documents.router({
  previewMinutes: os.documents.previewMinutes.handler(({ context, input: { activityId, ...options } }) =>
    previewMinutes(context.core, activityId, options),
  ),
  makeMinutes: os.documents.makeMinutes.handler(({ context, input: { activityId, ...options }, signal }) =>
    makeMinutes(context.core, activityId, { ...options, ...(signal ? { signal } : {}) }),
  ),
  makeYearTable: os.documents.makeYearTable.handler(({ context, input }) => makeYearTable(context.core, input.year)),
  abilities: os.documents.abilities.handler(({ context: { core } }) => ({
    pdf: core.pdf !== null,
    pdfProgram: core.pdf?.program ?? '',
  })),
})
