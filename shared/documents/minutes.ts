import { purposeNames } from '../activities/labels.ts'
import type { Activity, Part } from '../activities/schema.ts'
import type { BranchProfile } from '../branch/schema.ts'
import { chineseDate } from '../kernel/dates.ts'
import type { PrintStyle } from './contract.ts'
import { partBlocks } from './minutes-body.ts'
import { hoursBlocks } from './minutes-details.ts'
import { attendanceLines, formLine, headLines, subjectLines } from './minutes-head.ts'
import type { Block, DocumentModel, FieldLine } from './model.ts'
import { labelled } from './paragraphs.ts'
import { wordings } from './wording.ts'

export interface MinutesOptions {
  readonly style: PrintStyle
  /** Only these parts (分别记录); left out: the whole sitting together. */
  readonly partIds?: readonly string[]
}

const partName = (part: Part, activity: Activity) =>
  part.title.trim() || `${chineseDate(activity.date)}${purposeNames[part.purpose]}`

/** Branch and name as two phrases. A title from an old ledger may carry the branch, or end in 记录, already. */
export function minutesTitle(activity: Activity, part: Part, branch: BranchProfile): string[] {
  const given = partName(part, activity)
  const ended = given.endsWith('记录') ? given : `${given}记录`
  const owner = [branch.fullName, branch.shortName].find(
    (name) => name !== '' && ended.startsWith(name) && ended.length > name.length,
  )
  if (owner) return [owner, ended.slice(owner.length)]
  const isGroup = part.purpose === 'groupMeeting' && part.groupName !== '' && !ended.includes(part.groupName)
  return [branch.shortName, `${isGroup ? part.groupName : ''}${ended}`]
}

const isPicture = (mediaType: string) => mediaType.startsWith('image/')

/** 党课讲稿1份: written pieces by name. Photos and scans of the signed page belong to the pack, not into the minutes. */
function attachmentLabel(activity: Activity, part: Part): Block[] {
  const { attachments: label } = wordings[part.purpose]
  const names = activity.attachments
    .filter(({ mediaType }) => !isPicture(mediaType))
    .map(({ name }) => name.replace(/\.[^.]{1,5}$/u, ''))
  return label && names.length > 0 ? [{ kind: 'label', label, text: names.map((name) => `${name}1份`).join('、') }] : []
}

const sameCounts = (a: Part, b: Part) => a.counts.due === b.counts.due && a.counts.present === b.counts.present

/** A further part of the sitting: its own heading, its own figures where they differ, its own text. */
function furtherPart(activity: Activity, part: Part, first: Part, branch: BranchProfile): Block[] {
  const wording = wordings[part.purpose]
  const lines: FieldLine[] = [
    ...formLine(part, wording),
    ...subjectLines(part, wording),
    ...(sameCounts(part, first) ? [] : attendanceLines({ ...activity, invitees: [] }, part, { ...wording, alwaysInvitees: false })),
  ]
  return [
    { kind: 'heading', level: 0, text: partName(part, activity) },
    ...(lines.length > 0 ? [{ kind: 'fields', lines } as const] : []),
    ...partBlocks(activity, part, branch.settings),
    ...hoursBlocks(part),
  ]
}

/**
 * The minutes of a sitting, in the lines and fixed words of DOMAIN 3.1, 3.4 and 3.5. Nothing is added to what was recorded
 * but those words; what an imported record does not know is left out, not filled in.
 */
export function minutesDocument(activity: Activity, branch: BranchProfile, options: MinutesOptions): DocumentModel {
  const chosen = activity.parts.filter(({ id }) => options.partIds?.includes(id) ?? true)
  const [first, ...others] = chosen.length > 0 ? chosen : activity.parts
  if (!first) throw new RangeError('a sitting has at least one part')
  const wording = wordings[first.purpose]
  const further: FieldLine[] =
    others.length > 0
      ? [[{ label: '本次还包括', value: others.map(({ purpose }) => purposeNames[purpose]).join('、'), wide: true }]]
      : []
  return {
    title: minutesTitle(activity, first, branch),
    formTitle: '党支部工作记录',
    titleLabel: '名称',
    head: [...headLines(activity, first), ...further],
    bodyLabel: '主要内容',
    body: [
      ...partBlocks(activity, first, branch.settings),
      ...others.flatMap((part) => furtherPart(activity, part, first, branch)),
      ...labelled(wording.closing, activity.closing),
      ...attachmentLabel(activity, first),
      ...hoursBlocks(first),
    ],
    signatures: wording.signatures,
    recordNumber: [first, ...others]
      .map((part) => part.recordNumber)
      .filter(Boolean)
      .join('、'),
  }
}

/**
 * The papers of a sitting: one for each part where the record says 分别记录, otherwise one for all. `partIds` chooses among the
 * parts; left out: all.
 */
export function minutesDocuments(activity: Activity, branch: BranchProfile, options: MinutesOptions): DocumentModel[] {
  const chosen = activity.parts.filter(({ id }) => options.partIds?.includes(id) ?? true)
  if (!activity.isPrintedApart || chosen.length < 2) return [minutesDocument(activity, branch, options)]
  return chosen.map(({ id }) => minutesDocument(activity, branch, { ...options, partIds: [id] }))
}
