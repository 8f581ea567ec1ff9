import type { DocumentFormat } from '#shared/documents/contract.ts'
import { byText } from '#shared/kernel/order.ts'
import { foldedName, numberedName, type PathTable, safeName } from '#shared/packs/names.ts'
import type { Evidence, IndicatorEvidence, YearEvidence } from '../../rating/read.ts'
import { type DossierPaper, placeDossier } from './dossier-layout.ts'
import type { GatheredDossier, GatheredYear } from './gather.ts'
import { type Draft, draftsOf, type Paper, placePaper, type Shelf } from './layout.ts'

export type AnyPaper = Paper | DossierPaper

/** One thing that proves an indicator; `attachmentId` where it is one file of the paper, and not the paper itself. */
export interface Proof {
  readonly paper: AnyPaper
  readonly attachmentId: string | null
}

export interface IndicatorFolder {
  readonly code: string
  readonly title: string
  readonly folder: string
  readonly isApplicable: boolean
  readonly isVeto: boolean
  /** In the order of the scheme's evidence; papers that lie in this folder, and those that lie in another. */
  readonly proofs: readonly Proof[]
}

export interface CategoryFolder {
  readonly title: string
  readonly folder: string
  readonly indicators: readonly IndicatorFolder[]
}

/** A year by the indicators of its scheme: every file once, under the first indicator it proves. */
export interface IndicatorLayout {
  readonly scheme: { readonly name: string; readonly version: string; readonly notice: string }
  readonly categories: readonly CategoryFolder[]
  /** What no indicator asks for; it travels all the same. */
  readonly others: { readonly folder: string; readonly papers: readonly AnyPaper[] }
}

/** Before `90_统计表` in every listing. */
const OTHERS = '80_其他材料'

const twoDigits = (n: number) => String(n).padStart(2, '0')

/** What is to be placed, before it has a number. */
type Unplaced = { readonly date: string; readonly draft: Draft } | { readonly date: string; readonly dossier: GatheredDossier }

const attachmentsIn = (item: Unplaced) =>
  'draft' in item ? (item.draft.hasAttachments ? item.draft.record.attachments : []) : item.dossier.attachments
const idsOf = (item: Unplaced) => [
  'draft' in item ? item.draft.record.activity.id : item.dossier.dossier.id,
  ...attachmentsIn(item).map(({ id }) => id),
]

/** The attachment, the paper's own record, or nothing that a piece of evidence names in it. */
function proofIn(item: Unplaced, { id, type, partId }: Evidence): { readonly attachmentId: string | null } | null {
  if (type === 'attachment') {
    return attachmentsIn(item).some((attachment) => attachment.id === id) ? { attachmentId: id } : null
  }
  if ('dossier' in item) return item.dossier.dossier.id === id ? { attachmentId: null } : null
  const { record, partIds } = item.draft
  if (record.activity.id !== id) return null
  return partId === undefined || partIds === null || partIds.includes(partId) ? { attachmentId: null } : null
}

/** Gives out folder names of which no file system takes two for one. */
function folderNames(): (name: string) => string {
  const taken = new Set<string>()
  return (name) => {
    for (let number = 1; ; number++) {
      const chosen = number === 1 ? name : numberedName(name, number)
      if (taken.has(foldedName(chosen))) continue
      taken.add(foldedName(chosen))
      return chosen
    }
  }
}

/** Codes and titles come from a scheme that somebody else has written: short, and nothing but names. */
const folderName = (head: string, title: string) => safeName(`${head}_${safeName(title, '指标', { characters: 24, octets: 72 })}`)

/** Sorts a year by indicator (DESIGN §8) and gives every file its path. */
export function layOutByIndicator(
  gathered: GatheredYear,
  evidence: YearEvidence,
  formats: readonly DocumentFormat[],
  table: PathTable,
): IndicatorLayout {
  const unplaced: Unplaced[] = [
    ...gathered.records.flatMap((record) =>
      draftsOf(record, gathered.year).map((draft) => ({ date: record.activity.date, draft })),
    ),
    ...gathered.dossiers.map((dossier) => ({ date: dossier.dossier.date, dossier })),
  ].toSorted((a, b) => byText(a.date, b.date))
  const placed = new Map<Unplaced, AnyPaper>()
  const place = (items: readonly Unplaced[], head: string, folder: string) => {
    const shelf: Shelf = { folder, formats, table }
    let number = 0
    for (const item of items) {
      if (placed.has(item)) continue
      number += 1
      const name = `${head}-${twoDigits(number)}`
      placed.set(item, 'draft' in item ? placePaper(gathered, item.draft, name, shelf) : placeDossier(item.dossier, name, shelf))
    }
  }
  const itemsOf = new Map<string, Unplaced[]>()
  for (const item of unplaced) for (const id of idsOf(item)) itemsOf.set(id, [...(itemsOf.get(id) ?? []), item])
  const found = ({ evidence: own }: IndicatorEvidence) => {
    const proofs = own.flatMap((each) =>
      (itemsOf.get(each.id) ?? []).flatMap((item) => {
        const proof = proofIn(item, each)
        return proof ? [{ item, ...proof }] : []
      }),
    )
    const whole = new Set(proofs.filter(({ attachmentId }) => attachmentId === null).map(({ item }) => item))
    // A paper says more than one of its files, and nothing is named twice.
    const kept = proofs.filter(({ item, attachmentId }) => attachmentId === null || !whole.has(item))
    const once = new Map(kept.map((proof) => [`${unplaced.indexOf(proof.item)} ${proof.attachmentId ?? ''}`, proof]))
    return [...once.values()].toSorted((a, b) => unplaced.indexOf(a.item) - unplaced.indexOf(b.item))
  }
  const categoryName = folderNames()
  const categories = evidence.categories.map(({ title, indicators }, at): CategoryFolder => {
    const folder = categoryName(folderName(twoDigits(at + 1), title))
    const indicatorName = folderNames()
    return {
      title,
      folder,
      indicators: indicators.map((indicator): IndicatorFolder => {
        const code = safeName(indicator.code, '指标', { characters: 12, octets: 36 })
        const own = `${folder}/${indicatorName(folderName(code, indicator.title))}`
        const proofs = found(indicator)
        place(
          proofs.map(({ item }) => item),
          code,
          own,
        )
        return {
          code: indicator.code,
          title: indicator.title,
          folder: own,
          isApplicable: indicator.isApplicable,
          isVeto: indicator.isVeto,
          proofs: proofs.flatMap(({ item, attachmentId }) => {
            const paper = placed.get(item)
            return paper ? [{ paper, attachmentId }] : []
          }),
        }
      }),
    }
  })
  const others = unplaced.filter((item) => !placed.has(item))
  place(others, '80', OTHERS)
  return {
    scheme: { name: evidence.schemeName, version: evidence.schemeVersion, notice: evidence.notice },
    categories,
    others: { folder: OTHERS, papers: others.flatMap((item) => placed.get(item) ?? []) },
  }
}

/** Every paper once, in the order of the folders. */
export function papersOf({ categories, others }: IndicatorLayout): AnyPaper[] {
  const own = categories.flatMap(({ indicators }) =>
    indicators.flatMap(({ folder, proofs }) => proofs.filter(({ paper }) => paper.folder === folder).map(({ paper }) => paper)),
  )
  return [...new Set([...own, ...others.papers])]
}
