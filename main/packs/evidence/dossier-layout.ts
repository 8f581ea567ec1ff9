import { originNames } from '#shared/activities/labels.ts'
import { purposes } from '#shared/activities/schema.ts'
import type { DocumentFormat } from '#shared/documents/contract.ts'
import type { DossierKind } from '#shared/dossier/kind.ts'
import { dossierKinds } from '#shared/dossier/kinds/index.ts'
import type { Dossier } from '#shared/dossier/schema.ts'
import { type PathTable, safeName, splitExtension } from '#shared/packs/names.ts'
import type { GatheredAttachment, GatheredYear } from './gather.ts'

/** A dated record in a pack. */
export interface DossierPaper {
  readonly number: string
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
const digits = (date: string) => date.replaceAll('-', '')

const remarksOf = ({ origin, isLate }: Dossier) =>
  [origin === 'typed' ? (isLate ? '补录' : '') : originNames[origin]].filter((remark) => remark !== '')

/** Folders for the dated records of a year, after those of the meetings. */
export function layOutDossiers(gathered: GatheredYear, formats: readonly DocumentFormat[], table: PathTable): DossierSection[] {
  const byKind = Map.groupBy(gathered.dossiers, ({ dossier }) => dossier.kind)
  return dossierKinds.flatMap((kind, index): DossierSection[] => {
    const records = byKind.get(kind.key)
    if (!records) return []
    const folder = `${twoDigits(purposes.length + index + 1)}_${safeName(kind.name)}`
    const papers = records.map(({ dossier, attachments }, at): DossierPaper => {
      const number = `${folder.slice(0, folder.indexOf('_'))}-${twoDigits(at + 1)}`
      const date = digits(dossier.date)
      const name = `${number}_${safeName(dossier.title, kind.name, { characters: 70, octets: 190 })}_${date}`
      return {
        number,
        dossier,
        remarks: remarksOf(dossier),
        documents: kind.isListedOnly ? [] : formats.map((format) => ({ format, path: table.place(folder, `${name}.${format}`) })),
        attachments: (kind.isListedOnly ? [] : attachments).map((attachment, place) => {
          const [stem, extension] = splitExtension(attachment.name)
          const attached = `${number}_附件${twoDigits(place + 1)}_${safeName(stem, '附件', { characters: 60, octets: 180 })}_${date}${extension}`
          return { attachment, path: attachment.file === null ? null : table.place(folder, attached) }
        }),
      }
    })
    return [{ kind, folder, papers }]
  })
}
