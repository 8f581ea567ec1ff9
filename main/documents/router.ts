import { os } from '../context.ts'
import { makeMemberStudy } from './member-study.ts'
import { makeFollowUps, makePapers, previewFollowUps, previewPapers } from './papers.ts'
import { makeRecordPaper, previewRecordPaper } from './record-papers.ts'
import { makeDues, makeRecord, previewRecord } from './records.ts'
import { makeCampaign, makeRegister } from './registers.ts'
import { makeRosterSheet } from './roster-sheet.ts'
import { makeMinutes, makeYearTable, previewMinutes } from './service.ts'
import { makeTable, previewTable } from './tables.ts'
import { makeTalkRecord, makeTalkRegister } from './talks.ts'

export const documentsRouter = os.documents.router({
  previewMinutes: os.documents.previewMinutes.handler(({ context, input: { activityId, ...options } }) =>
    previewMinutes(context.core, activityId, options),
  ),
  makeMinutes: os.documents.makeMinutes.handler(({ context, input: { activityId, ...options }, signal }) =>
    makeMinutes(context.core, activityId, { ...options, ...(signal ? { signal } : {}) }),
  ),
  previewPapers: os.documents.previewPapers.handler(({ context, input }) => previewPapers(context.core, input)),
  makePapers: os.documents.makePapers.handler(({ context, input: { format, ...input }, signal }) =>
    makePapers(context.core, input, { format, ...(signal ? { signal } : {}) }),
  ),
  previewRecord: os.documents.previewRecord.handler(({ context, input }) => previewRecord(context.core, input.id, input.fonts)),
  makeRecord: os.documents.makeRecord.handler(({ context, input: { id, ...options }, signal }) =>
    makeRecord(context.core, id, { ...options, ...(signal ? { signal } : {}) }),
  ),
  previewRecordPaper: os.documents.previewRecordPaper.handler(({ context, input: { id, paper, fonts } }) =>
    previewRecordPaper(context.core, id, paper, fonts),
  ),
  makeRecordPaper: os.documents.makeRecordPaper.handler(({ context, input: { id, paper, ...options }, signal }) =>
    makeRecordPaper(context.core, id, paper, { ...options, ...(signal ? { signal } : {}) }),
  ),
  makeTalkRecord: os.documents.makeTalkRecord.handler(({ context, input: { id, ...options }, signal }) =>
    makeTalkRecord(context.core, id, { ...options, ...(signal ? { signal } : {}) }),
  ),
  makeTalkRegister: os.documents.makeTalkRegister.handler(({ context, input: { year, ...options }, signal }) =>
    makeTalkRegister(context.core, year, { ...options, ...(signal ? { signal } : {}) }),
  ),
  makeRegister: os.documents.makeRegister.handler(({ context, input: { year, register, ...options }, signal }) =>
    makeRegister(context.core, year, register, { ...options, ...(signal ? { signal } : {}) }),
  ),
  makeCampaign: os.documents.makeCampaign.handler(({ context, input: { name, ...options }, signal }) =>
    makeCampaign(context.core, name, { ...options, ...(signal ? { signal } : {}) }),
  ),
  makeDues: os.documents.makeDues.handler(({ context, input: { year, ...options }, signal }) =>
    makeDues(context.core, year, { ...options, ...(signal ? { signal } : {}) }),
  ),
  makeMemberStudy: os.documents.makeMemberStudy.handler(({ context, input: { year, personId, ...options }, signal }) =>
    makeMemberStudy(context.core, { year, personId }, { ...options, ...(signal ? { signal } : {}) }),
  ),
  previewFollowUps: os.documents.previewFollowUps.handler(({ context, input }) => previewFollowUps(context.core, input)),
  makeFollowUps: os.documents.makeFollowUps.handler(({ context, input: { format, ...input }, signal }) =>
    makeFollowUps(context.core, input, { format, ...(signal ? { signal } : {}) }),
  ),
  previewTable: os.documents.previewTable.handler(({ context, input }) => previewTable(context.core, input)),
  makeTable: os.documents.makeTable.handler(({ context, input: { format, ...input }, signal }) =>
    makeTable(context.core, input, { format, ...(signal ? { signal } : {}) }),
  ),
  makeRosterSheet: os.documents.makeRosterSheet.handler(({ context, input }) => makeRosterSheet(context.core, input)),
  makeYearTable: os.documents.makeYearTable.handler(({ context, input }) => makeYearTable(context.core, input.year)),
  abilities: os.documents.abilities.handler(({ context: { core } }) => ({
    pdf: core.pdf !== null,
    pdfProgram: core.pdf?.program ?? '',
  })),
})
