import type { DocumentFormat } from '#shared/documents/contract.ts'
import { dutyFiguresPaper, dutyReportPaper } from '#shared/documents/papers/duty-report.ts'
import { type Dossier, saveDossierSchema } from '#shared/dossier/schema.ts'
import type { DutyReport, SaveDutyReport } from '#shared/duty-report/contract.ts'
import { draftOf, draftText, leftOut } from '#shared/duty-report/draft.ts'
import { dutyFigures, secretaryOf } from '#shared/duty-report/figures.ts'
import { AppError } from '#shared/kernel/errors.ts'
import { nfc } from '#shared/kernel/text.ts'
import { quotedProblems } from '#shared/yearbook/sections/responsibility.ts'
import { readBranch } from '../branch/read.ts'
import type { Core } from '../core.ts'
import { makeDocument } from '../documents/service.ts'
import { readDossiers } from '../dossier/read.ts'
import { changeDossier, saveDossier } from '../dossier/service.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { today } from '../platform/clock.ts'
import { yearbookInput } from '../yearbook/input.ts'
import { readNextSteps } from '../yearbook/read.ts'

const reportsOf = (ledger: OpenLedger, year: number): Dossier[] => readDossiers(ledger, { year, kinds: ['dutyReport'] })

/** Numbers, draft and the kept report of a year. @throws AppError LEDGER_NOT_OPEN, NOT_FOUND before the branch is made */
export function readDutyReport(core: Core, year: number): DutyReport {
  const ledger = core.session.require()
  const input = yearbookInput(core, year, 'year')
  const figures = dutyFigures(input, reportsOf(ledger, year - 1))
  const draft = draftOf(figures, quotedProblems(input), readNextSteps(ledger, year, 'year').text)
  const kept = reportsOf(ledger, year).at(-1)
  const text = kept?.content['text']
  return {
    year,
    asOf: input.asOf,
    reporter: secretaryOf(input)?.name ?? '',
    figures,
    draft: draft.map(({ title, sentences }) => ({
      title,
      sentences: sentences.map(({ uses, ...sentence }) => ({ ...sentence, uses: [...uses] })),
    })),
    draftText: draftText(draft),
    leftOut: leftOut(figures),
    kept: kept
      ? {
          id: kept.id,
          revision: kept.revision,
          recordNumber: kept.recordNumber,
          date: kept.date,
          text: typeof text === 'string' ? text : '',
        }
      : null,
  }
}

/** Keeps the text of a year's report. @throws AppError CHANGED_ELSEWHERE, INPUT_INVALID */
export function saveDutyReport(core: Core, { year, text, recordId, revision }: SaveDutyReport) {
  const kept = reportsOf(core.session.require(), year).at(-1)
  if ((kept?.id ?? null) !== recordId) throw new AppError('CHANGED_ELSEWHERE', { what: '述职' })
  if (kept) return changeDossier(core, kept, { revision, content: { ...kept.content, text: nfc(text) } })
  const secretary = secretaryOf(yearbookInput(core, year, 'year'))
  const people = secretary ? [{ role: 'reporter', personId: secretary.personId, name: secretary.name }] : []
  const input = { kind: 'dutyReport', date: today(core.clock), forYear: year, title: `${year}年书记述职`, people }
  return saveDossier(core, saveDossierSchema.parse({ ...input, content: { text: nfc(text) } }))
}

/** The report and its numbers on paper. @throws AppError BROWSER_NOT_FOUND, PRINT_FAILED, CANCELLED */
export function makeDutyReport(core: Core, year: number, format: DocumentFormat) {
  const ledger = core.session.require()
  const branch = readBranch(ledger)
  const { figures, asOf } = readDutyReport(core, year)
  const kept = reportsOf(ledger, year).at(-1)
  const models = [...(kept ? [dutyReportPaper(kept, branch)] : []), dutyFiguresPaper(figures, year, asOf, branch)]
  return makeDocument(core, models, { style: 'official', fonts: 'office', format })
}
