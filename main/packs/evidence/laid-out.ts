import { purposeNames } from '#shared/activities/labels.ts'
import type { DocumentFormat } from '#shared/documents/contract.ts'
import type { PathTable } from '#shared/packs/names.ts'
import type { YearEvidence } from '../../rating/read.ts'
import { recordsHtml, referenceName, referencePage, sectionHtml } from './date-pages.ts'
import { layOutDossiers } from './dossier-layout.ts'
import type { GatheredYear } from './gather.ts'
import { indexPath } from './index-page.ts'
import { type AnyPaper, layOutByIndicator, papersOf } from './indicator-layout.ts'
import { categoryHtml, indicatorPage, othersHtml } from './indicator-pages.ts'
import { layOut } from './layout.ts'

/** A year with a place for everything, whichever way its folders are made. */
export interface LaidOutYear {
  /** Every paper once, in the order of the folders. */
  readonly papers: readonly AnyPaper[]
  /** 本项材料: pages in folders that say what belongs there and lies elsewhere. */
  readonly pages: readonly { readonly path: string; readonly html: string }[]
  readonly places: readonly { readonly folder: string; readonly name: string }[]
  readonly parts: readonly string[]
  readonly notices: readonly string[]
  /** Elements of bag-info that say how the folders were made. */
  readonly info: readonly (readonly [label: string, value: string])[]
}

/** 第二种编排: folders by kind, papers by day. */
export function laidOutByDate(gathered: GatheredYear, formats: readonly DocumentFormat[], table: PathTable): LaidOutYear {
  const sections = layOut(gathered, formats, table)
  const dossiers = layOutDossiers(gathered, formats, table)
  return {
    papers: [...sections.flatMap(({ papers }) => papers), ...dossiers.flatMap(({ papers }) => papers)],
    pages: sections
      .filter(({ references }) => references.length > 0)
      .map((section) => {
        const path = table.place(section.folder, referenceName)
        return { path, html: referencePage(section, path) }
      }),
    places: [
      ...sections.map(({ purpose, folder }) => ({ folder, name: purposeNames[purpose] })),
      ...dossiers.map(({ kind, folder }) => ({ folder, name: kind.name })),
    ],
    parts: [
      ...sections.map((section) => sectionHtml(indexPath, section)),
      ...dossiers.map((section) => recordsHtml(indexPath, section)),
    ],
    notices: [],
    info: [['Pack-Layout', 'date']],
  }
}

/** Folders by category and indicator of the scheme that the year is judged by. */
export function laidOutByIndicator(
  gathered: GatheredYear,
  evidence: YearEvidence,
  formats: readonly DocumentFormat[],
  table: PathTable,
): LaidOutYear {
  const layout = layOutByIndicator(gathered, evidence, formats, table)
  const { scheme, categories, others } = layout
  const hasOthers = others.papers.length > 0
  return {
    papers: papersOf(layout),
    pages: categories.flatMap(({ indicators }) =>
      indicators.map((indicator) => {
        const path = table.place(indicator.folder, referenceName)
        return { path, html: indicatorPage(indicator, layout, path) }
      }),
    ),
    places: [
      ...categories.map(({ folder, title }) => ({ folder, name: title })),
      ...(hasOthers ? [{ folder: others.folder, name: '其他材料' }] : []),
    ],
    parts: [...categories.map((category) => categoryHtml(indexPath, category)), othersHtml(indexPath, others)],
    notices: [`按《${scheme.name}》（${scheme.version}）的指标编排。`, scheme.notice].filter((text) => text !== ''),
    info: [
      ['Pack-Layout', 'indicator'],
      ['Pack-Scheme', `${scheme.name} ${scheme.version}`],
    ],
  }
}
