import type { Finding } from '#shared/activities/schema.ts'
import { agendaFieldId, blockFieldId, fieldIds } from './fields.ts'
import { type FormModel, type FormPart, firstPart, partAt } from './model.ts'
import { keptAgenda, keptBlocks, keptResolutions } from './to-save.ts'

/** done: nothing to do. look: there is a remark. open: still empty. */
export type CheckState = 'done' | 'look' | 'open'

export interface CheckItem {
  readonly id: string
  readonly label: string
  readonly state: CheckState
  /** What is still empty, in words; may be empty itself. */
  readonly missing: string
  /** Where a click leads. */
  readonly field: string
  /** The part of the sitting in which that field stands; null: none. */
  readonly part: number | null
  readonly findings: readonly Finding[]
}

interface Group {
  readonly id: string
  readonly label: string
  readonly owns: (finding: Finding, model: FormModel) => boolean
  readonly field: (model: FormModel) => string
  readonly part?: (model: FormModel) => number
  /** False: still empty. Null: does not concern this record. */
  readonly isFilled: (model: FormModel) => boolean | null
  /** What is missing, in words. */
  readonly missing?: (model: FormModel) => string
}

const votesOf = (model: FormModel) =>
  model.parts.flatMap((part) => part.agenda.flatMap((item) => item.content.filter((block) => block.kind === 'vote')))

interface Field {
  readonly id: string
  readonly name: string
  /** False: still empty. Null: this record has no such field. */
  readonly isFilled: (model: FormModel) => boolean | null
}

const only = (isAsked: boolean, isFilled: boolean): boolean | null => (isAsked ? isFilled : null)
const purposeOf = (model: FormModel) => firstPart(model).purpose

/** The first fields in the order of the form. */
const basics: Field[] = [
  {
    id: fieldIds.groupId,
    name: '党小组',
    isFilled: (model) => only(purposeOf(model) === 'groupMeeting', firstPart(model).groupId !== null),
  },
  { id: fieldIds.title, name: '名称', isFilled: (model) => firstPart(model).title.trim() !== '' },
  { id: fieldIds.date, name: '日期', isFilled: (model) => model.date !== '' },
  { id: fieldIds.startTime, name: '开始时间', isFilled: (model) => model.startTime !== '' },
  { id: fieldIds.endTime, name: '结束时间', isFilled: (model) => model.endTime !== '' },
  { id: fieldIds.place, name: '地点', isFilled: (model) => model.place.trim() !== '' },
  { id: fieldIds.chair, name: '主持人', isFilled: (model) => model.chair.name.trim() !== '' },
  { id: fieldIds.recorder, name: '记录人', isFilled: (model) => model.recorder.name.trim() !== '' },
  {
    id: fieldIds.lecturer,
    name: '授课人',
    isFilled: (model) => only(purposeOf(model) === 'partyLecture', firstPart(model).lecturer.name.trim() !== ''),
  },
  {
    id: fieldIds.topic,
    name: '课题',
    isFilled: (model) => only(purposeOf(model) === 'partyLecture', firstPart(model).topic.trim() !== ''),
  },
]

const missingBasics = (model: FormModel): Field[] => basics.filter((field) => field.isFilled(model) === false)

const hasContent = (part: FormPart) => {
  const items = keptAgenda(part)
  return items.length > 0 && items.every((item) => keptBlocks(item).length > 0)
}
/** The first part whose agenda is not all told. */
const partToFill = (model: FormModel) =>
  Math.max(
    0,
    model.parts.findIndex((part) => !hasContent(part)),
  )

const groups: Group[] = [
  {
    id: 'basics',
    label: '时间、地点、主持、记录',
    owns: ({ path }) =>
      /^(date|startTime|endTime|place|chair|recorder|parts\.\d+\.(title|purpose|groupId|lecturer|topic))/.test(path),
    field: (model) => missingBasics(model)[0]?.id ?? fieldIds.date,
    isFilled: (model) => missingBasics(model).length === 0,
    missing: (model) =>
      missingBasics(model)
        .map((field) => field.name)
        .join('、'),
  },
  {
    id: 'attendance',
    label: '出席与缺席原因',
    owns: ({ path }) => /^(invitees|parts\.\d+\.(absentees|attendance|counts|opening))/.test(path),
    field: () => fieldIds.attendance,
    isFilled: () => true,
  },
  {
    id: 'votes',
    label: '表决票数与结论',
    owns: ({ path }, model) => isAboutVote(path, model),
    field: (model) => {
      const open = votesOf(model).find((block) => block.vote.votesFor === null)
      return open ? blockFieldId(open.key) : fieldIds.agenda
    },
    isFilled: (model) => {
      const votes = votesOf(model)
      return votes.length === 0 ? null : votes.every((block) => block.vote.votesFor !== null)
    },
  },
  {
    id: 'agenda',
    label: '议题与内容',
    owns: ({ path }) => /^parts\.\d+\.agenda/.test(path),
    field: (model) => {
      const empty = partAt(model, partToFill(model)).agenda.find(
        (item) => item.title.trim() === '' || keptBlocks(item).length === 0,
      )
      return empty ? agendaFieldId(empty.key) : fieldIds.agenda
    },
    part: partToFill,
    isFilled: (model) => model.parts.every(hasContent),
  },
  {
    id: 'resolutions',
    label: '决议（议定事项）',
    owns: ({ path }) => /^parts\.\d+\.resolutions/.test(path),
    field: () => fieldIds.resolutions,
    // Only these two decide; a meeting that decided nothing stays open here and is complete all the same.
    isFilled: (model) =>
      only(
        purposeOf(model) === 'generalMeeting' || purposeOf(model) === 'committeeMeeting',
        keptResolutions(firstPart(model)).length > 0,
      ),
  },
  {
    id: 'closing',
    label: '主持人小结',
    owns: ({ path }) => path.startsWith('closing'),
    field: () => fieldIds.closing,
    isFilled: (model) => model.closing.trim() !== '',
  },
]

function isAboutVote(path: string, model: FormModel): boolean {
  const match = /^parts\.(\d+)\.agenda\.(\d+)\.content\.(\d+)/.exec(path)
  if (!match) return false
  const item = keptAgenda(partAt(model, Number(match[1])))[Number(match[2])]
  const kind = item && keptBlocks(item)[Number(match[3])]?.kind
  return kind === 'vote' || kind === 'election'
}

/**
 * 「定稿前还差」: what a finished record has, in the order of the form, each with the remarks of the rules. Only a guide:
 * nothing here keeps a record from being saved.
 */
export function checklist(model: FormModel, findings: readonly Finding[]): CheckItem[] {
  // What is empty is said by the groups themselves, in one line each.
  const hasScope = purposeOf(model) !== 'groupMeeting' || firstPart(model).groupId !== null
  const isSaidElsewhere = ({ code }: Finding) => code === 'FIELD_MISSING' || (code === 'ROSTER_UNKNOWN' && !hasScope)
  const rest = findings.filter((finding) => !isSaidElsewhere(finding))
  const items = groups.flatMap((group): CheckItem[] => {
    const own = takeAll(rest, (finding) => group.owns(finding, model))
    const isFilled = group.isFilled(model)
    if (isFilled === null && own.length === 0) return []
    const state = isFilled === false ? 'open' : own.some((finding) => finding.severity !== 'info') ? 'look' : 'done'
    const missing = isFilled === false ? (group.missing?.(model) ?? '') : ''
    return [
      {
        id: group.id,
        label: group.label,
        state,
        missing,
        field: group.field(model),
        part: group.part?.(model) ?? 0,
        findings: own,
      },
    ]
  })
  if (rest.length > 0) items.push({ id: 'rest', label: '其他', state: 'look', missing: '', field: '', part: null, findings: rest })
  return items
}

function takeAll(list: Finding[], test: (finding: Finding) => boolean): Finding[] {
  const taken = list.filter(test)
  for (const finding of taken) list.splice(list.indexOf(finding), 1)
  return taken
}
