import { dossierDocument } from '#shared/documents/dossier-record.ts'
import { minutesDocument } from '#shared/documents/minutes.ts'
import { type PackFront, packCatalogue, packCover } from '#shared/documents/papers/pack-front.ts'
import type { Core } from '../../core.ts'
import { documentHtml } from '../../documents/html.ts'
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
      return { number: paper.number, title, date, folder: paper.folder, remark: paper.remarks.join('、') }
    })
  return { branch, year, name, madeOn, lines, notices }
}

/** 合订本: cover, catalogue and all papers of the pack in one PDF, in the order of the folders, a bookmark for each. */
export const compendiumPath = '00_合订本.pdf'

/** @throws AppError PRINT_FAILED, CANCELLED */
export async function compendiumPdf(
  pdf: NonNullable<Core['pdf']>,
  { branch }: GatheredYear,
  papers: readonly AnyPaper[],
  front: PackFront,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const options = { style: 'table', fonts: 'office' } as const
  const models = papers.flatMap((paper) => {
    if ('dossier' in paper) return paper.documents.length === 0 ? [] : [dossierDocument(paper.dossier, branch)]
    const { record, partIds } = paper
    return [minutesDocument(record.activity, branch, { ...options, ...(partIds ? { partIds } : {}) })]
  })
  return await pdf.print(documentHtml([packCover(front), packCatalogue(front), ...models], options), signal)
}
