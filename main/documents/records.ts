import type { BranchProfile } from '#shared/branch/schema.ts'
import type { DocumentFormat, FontChoice } from '#shared/documents/contract.ts'
import { dossierDocument } from '#shared/documents/dossier-record.ts'
import { titleText } from '#shared/documents/model.ts'
import { duesTable } from '#shared/documents/papers/dues-table.ts'
import type { Dossier } from '#shared/dossier/schema.ts'
import { duesLines } from '#shared/dues/dues.ts'
import { AppError } from '#shared/kernel/errors.ts'
import type { RosterHistory } from '#shared/members/schema.ts'
import { readBranch } from '../branch/read.ts'
import type { Core } from '../core.ts'
import { readDossier, readDossiers } from '../dossier/read.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { readRosterHistory } from '../members/read.ts'
import { documentHtml } from './html.ts'
import { makeDocument, type RenderedDocument, renderDocument } from './service.ts'

// The form of the minutes: facts in a table, the rest below.
const style = 'table' as const

const modelOf = (ledger: OpenLedger, id: string) =>
  dossierDocument(readDossier(ledger, id), readBranch(ledger), readRosterHistory(ledger))

/** A dated record as the page that is printed. @throws AppError NOT_FOUND, LEDGER_NOT_OPEN */
export function previewRecord(core: Core, id: string, fonts: FontChoice): { html: string; title: string } {
  const ledger = core.session.require()
  const model = modelOf(ledger, id)
  return { html: documentHtml(model, { style, fonts }), title: titleText(model) }
}

interface MakeOptions {
  readonly fonts: FontChoice
  readonly format: DocumentFormat
  readonly signal?: AbortSignal
}

/** The same as a file in the outbox. @throws AppError as `previewRecord`; BROWSER_NOT_FOUND, PRINT_FAILED, CANCELLED */
export function makeRecord(core: Core, id: string, options: MakeOptions) {
  const ledger = core.session.require()
  return makeDocument(core, modelOf(ledger, id), { style, ...options })
}

/** 党费收缴公示表 of a year. @throws AppError PAPER_NOTHING before it is kept; BROWSER_NOT_FOUND, PRINT_FAILED, CANCELLED */
export function makeDues(core: Core, year: number, options: MakeOptions) {
  const ledger = core.session.require()
  const [kept] = readDossiers(ledger, { year, kinds: ['partyDues'] })
  if (!kept) throw new AppError('PAPER_NOTHING', { papers: '党费收缴公示表' })
  const table = duesTable(duesLines(kept.content), year, readBranch(ledger), readRosterHistory(ledger))
  return makeDocument(core, table, { style: 'official', ...options })
}

/** A dated record as a file, for a pack. @throws AppError BROWSER_NOT_FOUND, PRINT_FAILED, CANCELLED */
export function renderRecord(
  core: Pick<Core, 'pdf'>,
  dossier: Dossier,
  { branch, roster }: { readonly branch: BranchProfile; readonly roster: RosterHistory },
  options: MakeOptions,
): Promise<RenderedDocument> {
  return renderDocument(core, dossierDocument(dossier, branch, roster), { style, ...options })
}
