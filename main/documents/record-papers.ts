import type { AppraisalTally } from '#shared/activities/details.ts'
import { collectionOf } from '#shared/appraisal/collection.ts'
import { developmentCase } from '#shared/development/case.ts'
import type { DocumentFormat, FontChoice } from '#shared/documents/contract.ts'
import { type DocumentModel, titleText } from '#shared/documents/model.ts'
import { appraisalOpinionPaper, personalOpinions } from '#shared/documents/papers/appraisal-opinion.ts'
import { collectionList, opinionSummaryPaper } from '#shared/documents/papers/before-life-meeting.ts'
import { developmentNotice } from '#shared/documents/papers/development-notice.ts'
import { electionMethod, electionReport, electionRequest } from '#shared/documents/papers/election-papers.ts'
import { paperSources, type RecordPaper, recordPaperNames } from '#shared/documents/papers/record-papers.ts'
import { electionCase } from '#shared/elections/case.ts'
import { AppError } from '#shared/kernel/errors.ts'
import { rosterOfDay } from '#shared/members/roster.ts'
import { readActivities } from '../activities/read.ts'
import { readBranch } from '../branch/read.ts'
import type { Core } from '../core.ts'
import { readDossier } from '../dossier/read.ts'
import { readElection } from '../elections/read.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { findPerson, readRosterHistory } from '../members/read.ts'
import { documentHtml } from './html.ts'
import { makeDocument } from './service.ts'

/** Totals of the year's 民主测评, of the latest sitting that has any. */
function talliesOf(ledger: OpenLedger, year: number): readonly AppraisalTally[] {
  const parts = readActivities(ledger, { year })
    .flatMap((activity) => activity.parts)
    .filter(({ purpose, forYear }) => purpose === 'democraticAppraisal' && forYear === year)
  return parts.findLast(({ details }) => (details?.tallies?.length ?? 0) > 0)?.details?.tallies ?? []
}

function modelsOf(core: Core, id: string, paper: RecordPaper): DocumentModel | readonly DocumentModel[] {
  const ledger = core.session.require()
  const record = readDossier(ledger, id)
  if (record.kind !== paperSources[paper]) throw new AppError('NOT_FOUND', { what: '工作记录' })
  const branch = readBranch(ledger)
  if (paper === 'opinionSummary') return opinionSummaryPaper(record, branch)
  if (paper === 'collectionList') {
    const { members } = rosterOfDay(readRosterHistory(ledger), record.date)
    return collectionList(record, collectionOf(record, members), branch)
  }
  if (paper === 'appraisalOpinion') return appraisalOpinionPaper(record, branch)
  if (paper === 'personalOpinions') {
    const models = personalOpinions(record, branch, talliesOf(ledger, record.forYear))
    if (models.length === 0) throw new AppError('PAPER_NOTHING', { papers: recordPaperNames[paper] })
    return models
  }
  if (paper === 'admissionNotice' || paper === 'conversionNotice') {
    const given = developmentCase(record)
    const person = given.personId === null ? null : (findPerson(ledger, given.personId)?.person ?? null)
    return developmentNotice(paper === 'admissionNotice' ? 'admission' : 'conversion', { given, person, branch })
  }
  const { term, linked } = readElection(ledger, record)
  const electors = rosterOfDay(readRosterHistory(ledger), record.date).members.filter(({ hasVote }) => hasVote).length
  const source = { given: electionCase(record), branch, term, electors, results: linked }
  if (paper === 'electionRequest') return electionRequest(source)
  return paper === 'electionMethod' ? electionMethod(source) : electionReport(source)
}

interface MakeOptions {
  readonly fonts: FontChoice
  readonly format: DocumentFormat
  readonly signal?: AbortSignal
}

// None of these papers is minutes: the style is never asked for.
const style = 'official' as const

/** A paper that follows from a dated record, as the page that is printed. @throws AppError NOT_FOUND, PAPER_NOTHING */
export function previewRecordPaper(core: Core, id: string, paper: RecordPaper, fonts: FontChoice): { html: string; title: string } {
  const models = [modelsOf(core, id, paper)].flat()
  const [first] = models
  return { html: documentHtml(models, { style, fonts }), title: first ? titleText(first) : '' }
}

/** The same as a file in the outbox. @throws AppError as `previewRecordPaper`; BROWSER_NOT_FOUND, PRINT_FAILED, CANCELLED */
export function makeRecordPaper(core: Core, id: string, paper: RecordPaper, options: MakeOptions) {
  return makeDocument(core, modelsOf(core, id, paper), { style, ...options })
}
