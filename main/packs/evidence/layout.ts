import { originNames, purposeNames } from '#shared/activities/labels.ts'
import { type Part, type Purpose, purposes } from '#shared/activities/schema.ts'
import type { DocumentFormat } from '#shared/documents/contract.ts'
import { minutesTitle } from '#shared/documents/minutes.ts'
import { type PathTable, safeName, splitExtension } from '#shared/packs/names.ts'
import type { GatheredAttachment, GatheredRecord, GatheredYear } from './gather.ts'

/** A paper of the pack: the minutes of a sitting, or of one part of it where parts are printed apart. */
export interface Paper {
  /** 01-02, or A1-02: folder, then order by date. */
  readonly number: string
  /** Folder that holds its files, below `data/`. */
  readonly folder: string
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

/** A paper that has no place yet. */
export interface Draft {
  readonly record: GatheredRecord
  readonly part: Part
  readonly partIds: readonly string[] | null
  /** Further parts on the same paper. */
  readonly others: readonly Part[]
  readonly hasAttachments: boolean
}

/** The papers of a sitting: one, or one for each part (分别记录). */
export function draftsOf(record: GatheredRecord, year: number): Draft[] {
  const parts = record.activity.parts.filter(({ forYear }) => forYear === year)
  if (record.activity.isPrintedApart) {
    return parts.map((part, index) => ({ record, part, partIds: [part.id], others: [], hasAttachments: index === 0 }))
  }
  const [part, ...others] = parts
  return part ? [{ record, part, partIds: null, others, hasAttachments: true }] : []
}

/** Where papers lie: the paths are given out by `table`. */
export interface Shelf {
  readonly folder: string
  readonly formats: readonly DocumentFormat[]
  readonly table: PathTable
}

/** Attachments beside their paper: `01-02_附件01_签到表_20250328.jpg`. */
export function placeAttachments(
  attachments: readonly GatheredAttachment[],
  number: string,
  date: string,
  { folder, table }: Shelf,
): Paper['attachments'] {
  return attachments.map((attachment, at) => {
    const [stem, extension] = splitExtension(attachment.name)
    const name = `${number}_附件${twoDigits(at + 1)}_${safeName(stem, '附件', { characters: 60, octets: 180 })}_${digits(date)}${extension}`
    return { attachment, path: attachment.file === null ? null : table.place(folder, name) }
  })
}

/** A paper's own files, one for each format. @param fallback name of a paper of whose title nothing can stand in a name */
export function placeDocuments(
  title: string,
  fallback: string,
  number: string,
  date: string,
  { folder, formats, table }: Shelf,
): Paper['documents'] {
  const name = `${number}_${safeName(title, fallback, { characters: 70, octets: 190 })}_${digits(date)}`
  return formats.map((format) => ({ format, path: table.place(folder, `${name}.${format}`) }))
}

const titleOf = ({ branch }: GatheredYear, { activity }: GatheredRecord, part: Part) =>
  minutesTitle(activity, part, branch).slice(1).join('')

/** Gives a paper its place. */
export function placePaper(gathered: GatheredYear, draft: Draft, number: string, shelf: Shelf): Paper {
  const { record, part, partIds, hasAttachments } = draft
  const title = titleOf(gathered, record, part)
  const { date } = record.activity
  return {
    number,
    folder: shelf.folder,
    record,
    part,
    partIds,
    title,
    remarks: remarksOf(record, part),
    documents: placeDocuments(title, '会议记录', number, date, shelf),
    attachments: placeAttachments(hasAttachments ? record.attachments : [], number, date, shelf),
  }
}

/** Sorts a year into folders by kind and date (第二种编排) and gives every file its path. */
export function layOut(gathered: GatheredYear, formats: readonly DocumentFormat[], table: PathTable): Section[] {
  const drafts = gathered.records.flatMap((record) => draftsOf(record, gathered.year))
  const references: CrossReference[] = []
  const sections = purposes.map((purpose) => {
    const folder = folderOf(purpose)
    const papers = drafts
      .filter(({ part }) => part.purpose === purpose)
      .map((draft, index): Paper => {
        const number = `${folder.slice(0, 2)}-${twoDigits(index + 1)}`
        const paper = placePaper(gathered, draft, number, { folder, formats, table })
        const { date } = draft.record.activity
        for (const other of draft.others)
          references.push({ part: other, title: titleOf(gathered, draft.record, other), date, paper })
        return paper
      })
    return { purpose, folder, papers }
  })
  return sections
    .map((section) => ({ ...section, references: references.filter(({ part }) => part.purpose === section.purpose) }))
    .filter((section) => section.papers.length > 0 || section.references.length > 0)
}
