import type { DocumentFormat, FontChoice, TableKind } from '#shared/documents/contract.ts'
import { type DocumentModel, titleText } from '#shared/documents/model.ts'
import { attendanceTableDocument } from '#shared/documents/tables/attendance-table.ts'
import { hourTableDocument } from '#shared/documents/tables/hour-table.ts'
import { rosterDocument, type SealedByPerson } from '#shared/documents/tables/roster.ts'
import { yearTableDocument } from '#shared/documents/tables/year-table.ts'
import type { PlainDate } from '#shared/kernel/dates.ts'
import { rosterOfDay } from '#shared/members/roster.ts'
import type { RosterHistory } from '#shared/members/schema.ts'
import { dayOfYear } from '#shared/obligations/standing.ts'
import { readBranch } from '../branch/read.ts'
import type { Core } from '../core.ts'
import { readRosterHistory, readSealedFields } from '../members/read.ts'
import { summarizeYear } from '../obligations/service.ts'
import { today } from '../platform/clock.ts'
import { yearAttendance } from '../reports/read.ts'
import { yearHours } from '../study/read.ts'
import { documentHtml } from './html.ts'
import { makeDocument } from './service.ts'

export interface TableInput {
  readonly table: TableKind
  readonly year: number
  readonly fonts: FontChoice
  readonly withSensitive: boolean
}

interface MakeOptions {
  readonly format: DocumentFormat
  readonly signal?: AbortSignal
}

/** The roster as of the last day of a year, or today while it runs; with sealed fields only where they were asked for. */
export function rosterOfYear(
  core: Core,
  { year, withSensitive }: Pick<TableInput, 'year' | 'withSensitive'>,
): { readonly history: RosterHistory; readonly day: PlainDate; readonly sealed: SealedByPerson | null } {
  const ledger = core.session.require()
  const history = readRosterHistory(ledger)
  const day = dayOfYear(year, today(core.clock))
  if (!withSensitive) return { history, day, sealed: null }
  const ids = rosterOfDay(history, day).members.map(({ personId }) => personId)
  return { history, day, sealed: readSealedFields(ledger, ids, core.clock.now(), '导出含身份证号和电话的党员花名册') }
}

function tableOf(core: Core, { table, year, withSensitive }: TableInput): DocumentModel {
  const ledger = core.session.require()
  const branch = readBranch(ledger)
  switch (table) {
    case 'year':
      return yearTableDocument(summarizeYear(ledger, year, core.clock), branch)
    case 'attendance':
      return attendanceTableDocument(yearAttendance(core, year), branch)
    case 'hours':
      return hourTableDocument(yearHours(core, year), branch)
    case 'roster': {
      const { history, day, sealed } = rosterOfYear(core, { year, withSensitive })
      return rosterDocument(history, day, branch, sealed)
    }
  }
}

// None of these is minutes: the style is never asked for.
const style = 'table' as const

/** A table of the year as the page that is printed. @throws AppError LEDGER_NOT_OPEN, NOT_FOUND before the branch is made */
export function previewTable(core: Core, input: TableInput): { html: string; title: string } {
  const model = tableOf(core, input)
  return { html: documentHtml(model, { style, fonts: input.fonts }), title: titleText(model) }
}

/** The same as a file in the outbox. @throws AppError as `previewTable`; BROWSER_NOT_FOUND, PRINT_FAILED, CANCELLED */
export const makeTable = (core: Core, input: TableInput, options: MakeOptions) =>
  makeDocument(core, tableOf(core, input), { style, fonts: input.fonts, ...options })
