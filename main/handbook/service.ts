import type { DocumentModel } from '#shared/documents/model.ts'
import type { HandbookInput, HandbookResult } from '#shared/handbook/contract.ts'
import { contentsDocument, coverDocument, emptyPage, handbookTitle, notesDocument } from '#shared/handbook/front.ts'
import { bookPages } from '#shared/handbook/pages.ts'
import { planHandbook } from '#shared/handbook/plan.ts'
import { AppError } from '#shared/kernel/errors.ts'
import { safeName } from '#shared/packs/names.ts'
import type { Core } from '../core.ts'
import { documentHtml } from '../documents/html.ts'
import { pdfPageCount } from '../documents/pdf-pages.ts'
import type { TaskControl } from '../platform/tasks/task-events.ts'
import { gatherHandbook } from './gather.ts'

const titleOf = ({ title, section }: DocumentModel) => [section, title.at(-1)].filter(Boolean).join('：')

/**
 * 党支部工作手册 of a year as one PDF in the outbox. Chromium knows no page numbers of other pages in a text, so every paper is
 * first printed alone to learn its length; then contents and empty backs are put between and all is printed as one file.
 *
 * @throws AppError as `gatherHandbook`; BROWSER_NOT_FOUND, PRINT_FAILED, CANCELLED
 */
export async function makeHandbook(
  core: Core,
  { year, style, fonts, oddStart, notePages }: HandbookInput,
  { signal, onProgress }: TaskControl,
): Promise<HandbookResult> {
  const { pdf } = core
  if (!pdf) throw new AppError('BROWSER_NOT_FOUND')
  const source = gatherHandbook(core, year)
  const plan = planHandbook(source, style)
  const print = (models: readonly DocumentModel[]) => pdf.print(documentHtml(models, { style, fonts, isBook: true }), signal)

  const total = plan.papers.length + 2
  const lengths: number[] = []
  const hasNotes = notePages > 0
  const measure = async (model: DocumentModel) => {
    onProgress({ phase: 'measure', done: lengths.length, total, item: titleOf(model) })
    lengths.push(pdfPageCount(await print([model])))
  }
  const cover = coverDocument(source)
  const none = () => null
  await measure(cover)
  await measure(contentsDocument(plan.sections, none, none))
  for (const model of plan.papers) await measure(model)

  const fronts = 2
  const { starts, fillers } = bookPages(
    [...lengths, ...(hasNotes ? [notePages] : [])],
    // Contents and the first paper begin on a right-hand page in any case.
    [...lengths.map((_, i) => i <= fronts || oddStart), hasNotes && oddStart],
  )
  const book: DocumentModel[] = []
  const targets: number[] = []
  const place = (model: DocumentModel, i: number) => {
    targets.push(book.push(model) - 1)
    if (fillers[i]) book.push(i < fronts ? emptyPage() : notesDocument('补记'))
  }
  place(cover, 0)
  // Numbers of papers in the file are needed by the contents before they are all placed: those after it follow from the fillers.
  const shiftOf = (paper: number) => paper + fronts + fillers.slice(0, paper + fronts).filter(Boolean).length
  place(
    contentsDocument(
      plan.sections,
      (paper) => starts[paper + fronts] ?? null,
      (paper) => shiftOf(paper),
    ),
    1,
  )
  for (const [i, model] of plan.papers.entries()) place(model, i + fronts)
  for (let i = 0; i < notePages; i++) book.push(notesDocument('备忘'))

  onProgress({ phase: 'print', done: total, total })
  const content = await print(book)
  const pages = pdfPageCount(content)
  const expected = (starts.at(-1) ?? 0) + (hasNotes ? notePages : (lengths.at(-1) ?? 0)) - 1
  // A book whose contents point to other pages would be worse than none.
  if (pages !== expected) throw new AppError('PRINT_FAILED', { program: pdf.program })
  const fileName = safeName(`${handbookTitle(source.branch, year).join('')}.pdf`)
  const made = core.outbox.put({ fileName, mediaType: 'application/pdf', content })
  return { ...made, pages, records: plan.records, unfinished: source.unfinished }
}
