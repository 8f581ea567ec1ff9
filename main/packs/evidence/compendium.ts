import { dossierDocument } from '#shared/documents/dossier-record.ts'
import { minutesDocument } from '#shared/documents/minutes.ts'
import type { Core } from '../../core.ts'
import { documentHtml } from '../../documents/html.ts'
import type { DossierSection } from './dossier-layout.ts'
import type { GatheredYear } from './gather.ts'
import type { Section } from './layout.ts'

/** 合订本: all papers of the pack in one PDF, in the order of the folders, a bookmark for each. */
export const compendiumPath = '00_合订本.pdf'

/** @throws AppError PRINT_FAILED, CANCELLED */
export async function compendiumPdf(
  pdf: NonNullable<Core['pdf']>,
  { branch }: GatheredYear,
  sections: readonly Section[],
  dossiers: readonly DossierSection[],
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const options = { style: 'table', fonts: 'office' } as const
  const models = sections.flatMap(({ papers }) =>
    papers.map(({ record, partIds }) => minutesDocument(record.activity, branch, { ...options, ...(partIds ? { partIds } : {}) })),
  )
  const records = dossiers.flatMap(({ papers }) =>
    papers.flatMap(({ dossier, documents }) => (documents.length === 0 ? [] : [dossierDocument(dossier, branch)])),
  )
  return await pdf.print(documentHtml([...models, ...records], options), signal)
}
