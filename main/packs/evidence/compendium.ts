import { dossierDocument } from '#shared/documents/dossier-record.ts'
import { minutesDocument } from '#shared/documents/minutes.ts'
import type { Core } from '../../core.ts'
import { documentHtml } from '../../documents/html.ts'
import type { GatheredYear } from './gather.ts'
import type { AnyPaper } from './indicator-layout.ts'

/** 合订本: all papers of the pack in one PDF, in the order of the folders, a bookmark for each. */
export const compendiumPath = '00_合订本.pdf'

/** @throws AppError PRINT_FAILED, CANCELLED */
export async function compendiumPdf(
  pdf: NonNullable<Core['pdf']>,
  { branch }: GatheredYear,
  papers: readonly AnyPaper[],
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const options = { style: 'table', fonts: 'office' } as const
  const models = papers.flatMap((paper) => {
    if ('dossier' in paper) return paper.documents.length === 0 ? [] : [dossierDocument(paper.dossier, branch)]
    const { record, partIds } = paper
    return [minutesDocument(record.activity, branch, { ...options, ...(partIds ? { partIds } : {}) })]
  })
  return await pdf.print(documentHtml(models, options), signal)
}
