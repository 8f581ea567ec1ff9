import { originNames } from '#shared/activities/labels.ts'
import { purposes } from '#shared/activities/schema.ts'
import type { DocumentFormat } from '#shared/documents/contract.ts'
import type { DossierKind } from '#shared/dossier/kind.ts'
import { dossierKind, dossierKinds } from '#shared/dossier/kinds/index.ts'
import type { Dossier } from '#shared/dossier/schema.ts'
import { type PathTable, safeName } from '#shared/packs/names.ts'
import type { GatheredAttachment, GatheredDossier, GatheredYear } from './gather.ts'
import { placeAttachments, placeDocuments, type Shelf } from './layout.ts'

/** A dated record in a pack. */
export interface DossierPaper {
  readonly number: string
  /** Folder that holds its files, below `data/`. */
  readonly folder: string
  readonly dossier: Dossier
  readonly remarks: readonly string[]
  /** None for a kind of which only a list travels (talks, criticism). */
  readonly documents: readonly { readonly format: DocumentFormat; readonly path: string }[]
  readonly attachments: readonly { readonly attachment: GatheredAttachment; readonly path: string | null }[]
}

/** One folder of records of a kind. */
export interface DossierSection {
  readonly kind: DossierKind
  readonly folder: string
  readonly papers: readonly DossierPaper[]
}

const twoDigits = (n: number) => String(n).padStart(2, '0')

const remarksOf = ({ origin, isLate }: Dossier) =>
  [origin === 'typed' ? (isLate ? '补录' : '') : originNames[origin]].filter((remark) => remark !== '')

/** Gives the paper of a dated record its place; of talks and criticism only the list travels, and no file. */
export function placeDossier({ dossier, attachments }: GatheredDossier, number: string, shelf: Shelf): DossierPaper {
  const { isListedOnly = false, name } = dossierKind(dossier.kind)
  return {
    number,
    folder: shelf.folder,
    dossier,
    remarks: remarksOf(dossier),
    documents: isListedOnly ? [] : placeDocuments(dossier.title, name, number, dossier.date, shelf),
    attachments: isListedOnly ? [] : placeAttachments(attachments, number, dossier.date, shelf),
  }
}

/** Folders for the dated records of a year, after those of the meetings. */
export function layOutDossiers(gathered: GatheredYear, formats: readonly DocumentFormat[], table: PathTable): DossierSection[] {
  const byKind = Map.groupBy(gathered.dossiers, ({ dossier }) => dossier.kind)
  return dossierKinds.flatMap((kind, index): DossierSection[] => {
    const records = byKind.get(kind.key)
    if (!records) return []
    const head = twoDigits(purposes.length + index + 1)
    const folder = `${head}_${safeName(kind.name)}`
    const shelf = { folder, formats, table }
    return [{ kind, folder, papers: records.map((record, at) => placeDossier(record, `${head}-${twoDigits(at + 1)}`, shelf)) }]
  })
}
