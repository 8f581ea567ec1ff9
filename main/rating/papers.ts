import type { DocumentFormat, FontChoice } from '#shared/documents/contract.ts'
import { titleText } from '#shared/documents/model.ts'
import { AppError } from '#shared/kernel/errors.ts'
import { safeName } from '#shared/packs/names.ts'
import type { RatingPaper } from '#shared/rating/contract.ts'
import { selfReport } from '#shared/rating/papers/report.ts'
import { scoreSheet } from '#shared/rating/papers/score-sheet.ts'
import type { RatingPaperSource } from '#shared/rating/papers/source.ts'
import { readBranch } from '../branch/read.ts'
import type { Core } from '../core.ts'
import { documentHtml } from '../documents/html.ts'
import { makeDocument } from '../documents/service.ts'
import { readRating } from './gap-list.ts'
import { scoreSheetXlsx } from './score-sheet-xlsx.ts'
import { ratingLedger } from './switch.ts'

interface PaperInput {
  readonly year: number
  readonly paper: RatingPaper
  readonly fonts: FontChoice
}

// Neither is minutes: the style is never asked for.
const style = 'official' as const

const sourceOf = (core: Core, year: number): RatingPaperSource => ({
  branch: readBranch(ratingLedger(core)),
  rating: readRating(core, year),
})

const modelOf = (core: Core, { year, paper }: PaperInput) => (paper === 'report' ? selfReport : scoreSheet)(sourceOf(core, year))

/** A paper of the rating as the page that is printed. @throws AppError LEDGER_NOT_OPEN, NOT_FOUND */
export function previewPaper(core: Core, input: PaperInput): { html: string; title: string } {
  const model = modelOf(core, input)
  return { html: documentHtml(model, { style, fonts: input.fonts }), title: titleText(model) }
}

/**
 * The same as a file in the outbox; the score sheet also as XLSX.
 *
 * @throws AppError INPUT_INVALID for a report as XLSX; BROWSER_NOT_FOUND, PRINT_FAILED, CANCELLED, LEDGER_NOT_OPEN
 */
export async function makePaper(core: Core, input: PaperInput & { format: DocumentFormat | 'xlsx' }, signal?: AbortSignal) {
  const { format } = input
  const model = modelOf(core, input)
  if (format !== 'xlsx') return makeDocument(core, model, { style, fonts: input.fonts, format, ...(signal ? { signal } : {}) })
  if (input.paper === 'report')
    throw new AppError('INPUT_INVALID', { field: '文件格式', reason: '自评报告没有表格文件，请选 PDF 或 DOCX。' })
  return core.outbox.put({
    fileName: safeName(`${titleText(model)}.xlsx`),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: await scoreSheetXlsx(sourceOf(core, input.year)),
  })
}
