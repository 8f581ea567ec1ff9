import { originNames, purposeNames } from '#shared/activities/labels.ts'
import { type Part, type Purpose, purposes } from '#shared/activities/schema.ts'
import type { DocumentFormat } from '#shared/documents/contract.ts'
import { minutesTitle } from '#shared/documents/minutes.ts'
import { type PathTable, safeName, splitExtension } from '#shared/packs/names.ts'
import type { GatheredAttachment, GatheredRecord, GatheredYear } from './gather.ts'

/** A paper of the pack: the minutes of a sitting, or of one part of it where parts are printed apart. */
export interface Paper {
  /** 01-02: kind, then order by date. */
  readonly number: string
  readonly record: GatheredRecord
  /** The part that gives folder, title and counts. */
  readonly part: Part
  /** Null: the whole sitting on one paper. */
  readonly partIds: readonly string[] | null
  readonly title: string
  readonly remarks: readonly string[]
  readonly documents: readonly { readonly format: DocumentFormat; readonly path: string }[]
  /** `path` null: the content is missing and cannot be packed. */
  readonly attachments: readonly { readonly attachment: GatheredAttachment; readonly path: string | null }[]
}

/** A part that stands on the paper of another kind: 党课 within a 主题党日. */
export interface CrossReference {
  readonly part: Part
  readonly title: string
  readonly date: string
  readonly paper: Paper
}

/** One folder by kind. */
export interface Section {
  readonly purpose: Purpose
  readonly folder: string
  readonly papers: readonly Paper[]
  readonly references: readonly CrossReference[]
}

const twoDigits = (n: number) => String(n).padStart(2, '0')
const digits = (date: string) => date.replaceAll('-', '')

/** `01_支部党员大会`: the number of a kind is the same in every pack. */
export const folderOf = (purpose: Purpose) => `${twoDigits(purposes.indexOf(purpose) + 1)}_${purposeNames[purpose]}`

/** What a reviewer should know of a record (PRACTICE §2: late entry stands in the catalogue, not across the minutes). */
function remarksOf({ activity }: GatheredRecord, part: Part): string[] {
  return [
    activity.state === 'signed' ? '' : '待签字',
    activity.origin === 'typed' ? (activity.isLate ? '补录' : '') : originNames[activity.origin],
    part.rosterKnown ? '' : '名单未录',
  ].filter((remark) => remark !== '')
}

interface Draft {
  readonly record: GatheredRecord
  readonly part: Part
  readonly partIds: readonly string[] | null
  /** Further parts on the same paper. */
  readonly others: readonly Part[]
  readonly hasAttachments: boolean
}

/** The papers of a sitting: one, or one for each part (分别记录). */
function draftsOf(record: GatheredRecord, year: number): Draft[] {
  const parts = record.activity.parts.filter(({ forYear }) => forYear === year)
  if (record.activity.isPrintedApart) {
    return parts.map((part, index) => ({ record, part, partIds: [part.id], others: [], hasAttachments: index === 0 }))
  }
  const [part, ...others] = parts
  return part ? [{ record, part, partIds: null, others, hasAttachments: true }] : []
}

/** Sorts a year into folders by kind and date (第二种编排) and gives every file its path. */
export function layOut(gathered: GatheredYear, formats: readonly DocumentFormat[], table: PathTable): Section[] {
  const drafts = gathered.records.flatMap((record) => draftsOf(record, gathered.year))
  const titleOf = (record: GatheredRecord, part: Part) => minutesTitle(record.activity, part, gathered.branch).slice(1).join('')
  const references: CrossReference[] = []
  const sections = purposes.map((purpose) => {
    const folder = folderOf(purpose)
    const papers = drafts
      .filter(({ part }) => part.purpose === purpose)
      .map(({ record, part, partIds, others, hasAttachments }, index): Paper => {
        const number = `${folder.slice(0, 2)}-${twoDigits(index + 1)}`
        const title = titleOf(record, part)
        const date = digits(record.activity.date)
        const name = `${number}_${safeName(title, '会议记录', { characters: 70, octets: 190 })}_${date}`
        const paper: Paper = {
          number,
          record,
          part,
          partIds,
          title,
          remarks: remarksOf(record, part),
          documents: formats.map((format) => ({ format, path: table.place(folder, `${name}.${format}`) })),
          attachments: (hasAttachments ? record.attachments : []).map((attachment, at) => {
            const [stem, extension] = splitExtension(attachment.name)
            const attached = `${number}_附件${twoDigits(at + 1)}_${safeName(stem, '附件', { characters: 60, octets: 180 })}_${date}${extension}`
            return { attachment, path: attachment.file === null ? null : table.place(folder, attached) }
          }),
        }
        for (const other of others) {
          references.push({ part: other, title: titleOf(record, other), date: record.activity.date, paper })
        }
        return paper
      })
    return { purpose, folder, papers }
  })
  return sections
    .map((section) => ({ ...section, references: references.filter(({ part }) => part.purpose === section.purpose) }))
    .filter((section) => section.papers.length > 0 || section.references.length > 0)
}
