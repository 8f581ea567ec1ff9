import type { Activity } from '#shared/activities/schema.ts'
import type { BranchProfile } from '#shared/branch/schema.ts'
import type { DocumentFormat, FontChoice, PrintStyle } from '#shared/documents/contract.ts'
import { minutesDocuments } from '#shared/documents/minutes.ts'
import { type DocumentModel, titleText } from '#shared/documents/model.ts'
import { AppError } from '#shared/kernel/errors.ts'
import { safeName } from '#shared/packs/names.ts'
import { readActivity } from '../activities/read.ts'
import { readBranch } from '../branch/read.ts'
import type { Core } from '../core.ts'
import { summarizeYear } from '../obligations/service.ts'
import { documentDocx } from './docx.ts'
import { documentHtml } from './html.ts'
import { yearTableXlsx } from './year-table.ts'

export interface PrintOptions {
  readonly style: PrintStyle
  readonly fonts: FontChoice
}

export interface RenderOptions extends PrintOptions {
  readonly format: DocumentFormat
  /** Only these parts of the sitting; left out: all together. */
  readonly partIds?: readonly string[]
  readonly signal?: AbortSignal
}

export interface RenderedDocument {
  readonly fileName: string
  readonly mediaType: string
  readonly content: Uint8Array
}

const mediaTypes: Record<DocumentFormat | 'xlsx', string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

async function contentOf(
  core: Pick<Core, 'pdf'>,
  model: DocumentModel | readonly DocumentModel[],
  options: RenderOptions,
): Promise<Uint8Array> {
  const { style, fonts, format, signal } = options
  if (format === 'docx') return documentDocx(model, style)
  if (format === 'html') return new TextEncoder().encode(documentHtml(model, { style, fonts, standsAlone: true }))
  if (!core.pdf) throw new AppError('BROWSER_NOT_FOUND')
  return core.pdf.print(documentHtml(model, { style, fonts }), signal)
}

/**
 * The minutes of a sitting as a file: `2025-06-27_<title>.pdf`. Papers of parts that are printed apart follow each other.
 *
 * @throws AppError BROWSER_NOT_FOUND for PDF on a machine without a browser, PRINT_FAILED, CANCELLED
 */
export async function renderMinutes(
  core: Pick<Core, 'pdf'>,
  activity: Activity,
  branch: BranchProfile,
  options: RenderOptions,
): Promise<RenderedDocument> {
  const models = minutesDocuments(activity, branch, options)
  const fileName = safeName(`${activity.date}_${titleOf(models)}.${options.format}`)
  return { fileName, mediaType: mediaTypes[options.format], content: await contentOf(core, models, options) }
}

/** The title of the first paper. */
const titleOf = ([first]: readonly DocumentModel[]): string => (first ? titleText(first) : '')

/** Any other paper, or several, as a file under its title. @throws AppError BROWSER_NOT_FOUND, PRINT_FAILED, CANCELLED */
export async function renderDocument(
  core: Pick<Core, 'pdf'>,
  given: DocumentModel | readonly DocumentModel[],
  options: RenderOptions,
  title = titleOf('body' in given ? [given] : given),
): Promise<RenderedDocument> {
  const content = await contentOf(core, given, options)
  return { fileName: safeName(`${title}.${options.format}`), mediaType: mediaTypes[options.format], content }
}

/**
 * Any other paper, or several, as a file in the outbox, under the title of the first unless another is given.
 *
 * @throws AppError BROWSER_NOT_FOUND, PRINT_FAILED, CANCELLED
 */
export async function makeDocument(
  core: Pick<Core, 'pdf' | 'outbox'>,
  given: DocumentModel | readonly DocumentModel[],
  options: RenderOptions,
  title?: string,
) {
  return core.outbox.put(await renderDocument(core, given, options, title))
}

/** The HTML of the minutes as it is printed, and the title. @throws AppError NOT_FOUND, LEDGER_NOT_OPEN */
export function previewMinutes(core: Core, activityId: string, options: PrintOptions): { html: string; title: string } {
  const ledger = core.session.require()
  const models = minutesDocuments(readActivity(ledger, activityId), readBranch(ledger), options)
  return { html: documentHtml(models, options), title: titleOf(models) }
}

/** The minutes of one record as a file in the outbox. @throws AppError as `renderMinutes`, NOT_FOUND, LEDGER_NOT_OPEN */
export async function makeMinutes(core: Core, activityId: string, options: RenderOptions) {
  const ledger = core.session.require()
  return core.outbox.put(await renderMinutes(core, readActivity(ledger, activityId), readBranch(ledger), options))
}

/** 三会一课统计表 of a year as XLSX in the outbox. @throws AppError NOT_FOUND, LEDGER_NOT_OPEN */
export async function makeYearTable(core: Core, year: number) {
  const ledger = core.session.require()
  const branch = readBranch(ledger)
  const content = await yearTableXlsx(summarizeYear(ledger, year, core.clock), branch)
  return core.outbox.put({
    fileName: safeName(`${branch.shortName}${year}年三会一课统计表.xlsx`),
    mediaType: mediaTypes.xlsx,
    content,
  })
}
