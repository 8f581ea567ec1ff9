import { developmentCase } from '#shared/development/case.ts'
import type { DocumentFormat, FontChoice } from '#shared/documents/contract.ts'
import type { DocumentModel } from '#shared/documents/model.ts'
import { developmentNotice } from '#shared/documents/papers/development-notice.ts'
import { electionMethod, electionReport, electionRequest } from '#shared/documents/papers/election-papers.ts'
import { paperSources, type RecordPaper } from '#shared/documents/papers/record-papers.ts'
import { electionCase } from '#shared/elections/case.ts'
import { AppError } from '#shared/kernel/errors.ts'
import { rosterOfDay } from '#shared/members/roster.ts'
import { readBranch } from '../branch/read.ts'
import type { Core } from '../core.ts'
import { readDossier } from '../dossier/read.ts'
import { readElection } from '../elections/read.ts'
import { findPerson, readRosterHistory } from '../members/read.ts'
import { makeDocument } from './service.ts'

function modelOf(core: Core, id: string, paper: RecordPaper): DocumentModel {
  const ledger = core.session.require()
  const record = readDossier(ledger, id)
  if (record.kind !== paperSources[paper]) throw new AppError('NOT_FOUND', { what: '工作记录' })
  const branch = readBranch(ledger)
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

/** A paper that follows from a dated record, in the outbox. @throws AppError NOT_FOUND, BROWSER_NOT_FOUND, PRINT_FAILED, CANCELLED */
export function makeRecordPaper(core: Core, id: string, paper: RecordPaper, options: MakeOptions) {
  return makeDocument(core, modelOf(core, id, paper), { style: 'official', ...options })
}
