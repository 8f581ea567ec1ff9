import { dossierDocument } from '#shared/documents/dossier-record.ts'
import { minutesDocument } from '#shared/documents/minutes.ts'
import type { DocumentModel } from '#shared/documents/model.ts'
import { type PackFront, type PackFrontLine, packCatalogue, packCover } from '#shared/documents/papers/pack-front.ts'
import type { Progress } from '#shared/kernel/contract.ts'
import { AppError } from '#shared/kernel/errors.ts'
import type { Core } from '../../core.ts'
import { documentHtml } from '../../documents/html.ts'
import { pdfPageCount } from '../../documents/pdf-pages.ts'
import type { GatheredYear } from './gather.ts'
import type { AnyPaper } from './indicator-layout.ts'
import { factsOf } from './paper-rows.ts'

/** What cover and catalogue say. Papers that travel as a list only are in neither. */
export function packFront(
  { branch, year, madeOn }: GatheredYear,
  name: string,
  papers: readonly AnyPaper[],
  notices: readonly string[],
): PackFront {
  const lines = papers
    .filter(({ documents }) => documents.length > 0)
    .map((paper) => {
      const { title, date } = factsOf(paper)
      return { number: paper.number, title, date, folder: paper.folder, remark: paper.remarks.join('、'), pages: null }
    })
  return { branch, year, name, madeOn, lines, notices }
}

/** 合订本: cover, catalogue and all papers of the pack in one PDF, in the order of the folders, a bookmark for each. */
export const compendiumPath = '00_合订本.pdf'

/** 合订本 with the front that names its pages. */
export interface BoundVolume {
  readonly pdf: Uint8Array
  readonly front: PackFront
}

/** Every paper of the volume as a document, in its order. */
export function modelsOf({ branch, roster }: GatheredYear, papers: readonly AnyPaper[]): DocumentModel[] {
  return papers.flatMap((paper) => {
    if ('dossier' in paper) return paper.documents.length === 0 ? [] : [dossierDocument(paper.dossier, branch, roster)]
    const { record, partIds } = paper
    return [minutesDocument(record.activity, branch, { style: 'table', ...(partIds ? { partIds } : {}) })]
  })
}

/**
 * Phases `measure` and `print`, in papers. Chromium knows no page numbers of other pages in a text: every paper is printed alone to learn its length, then all as one
 * file, whose catalogue names the pages.
 *
 * @throws AppError PRINT_FAILED, CANCELLED
 */
async function bind(
  pdf: NonNullable<Core['pdf']>,
  gathered: GatheredYear,
  papers: readonly AnyPaper[],
  front: PackFront,
  signal: AbortSignal | undefined,
  onProgress: (progress: Progress) => void,
): Promise<BoundVolume> {
  const models = modelsOf(gathered, papers)
  const print = (some: readonly DocumentModel[]) =>
    pdf.print(documentHtml(some, { style: 'table', fonts: 'office', isNumberedThrough: true }), signal)
  const counts: number[] = []
  const fronts = [packCover(front, null), packCatalogue(front)]
  const all = [...fronts, ...models]
  for (const model of all) {
    onProgress({ phase: 'measure', done: counts.length, total: all.length, item: compendiumPath })
    counts.push(pdfPageCount(await print([model])))
  }
  onProgress({ phase: 'print', done: all.length, total: all.length, item: compendiumPath })
  const startOf = (at: number) => 1 + counts.slice(0, at).reduce((sum, count) => sum + count, 0)
  const total = startOf(counts.length) - 1
  const lines = front.lines.map((line, at): PackFrontLine => {
    const place = at + fronts.length
    return { ...line, pages: { start: startOf(place), count: counts[place] ?? 0 } }
  })
  const numbered = { ...front, lines }
  const content = await print([packCover(numbered, total), packCatalogue(numbered), ...models])
  // A catalogue that names other pages would be worse than none.
  if (pdfPageCount(content) !== total) throw new AppError('PRINT_FAILED', { program: pdf.program })
  return { pdf: content, front: numbered }
}

/** Binds the volume when it is first asked for, once. @throws AppError PRINT_FAILED, CANCELLED when it is */
export function boundVolume(
  pdf: NonNullable<Core['pdf']>,
  gathered: GatheredYear,
  papers: readonly AnyPaper[],
  front: PackFront,
): (signal?: AbortSignal, onProgress?: (progress: Progress) => void) => Promise<BoundVolume> {
  let volume: Promise<BoundVolume> | null = null
  return (signal, onProgress = () => undefined) => (volume ??= bind(pdf, gathered, papers, front, signal, onProgress))
}
