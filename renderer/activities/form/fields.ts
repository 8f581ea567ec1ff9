import type { z } from 'zod'
import { type FormModel, partAt } from './model.ts'
import { keptAgenda, keptBlocks, keptResolutions } from './to-save.ts'

/** Ids of the fields on the page: a remark jumps to the field it is about, and a label is tied to it. */
export const fieldIds = {
  purpose: 'meeting-purpose',
  groupId: 'meeting-group',
  title: 'meeting-title',
  date: 'meeting-date',
  startTime: 'meeting-start',
  endTime: 'meeting-end',
  place: 'meeting-place',
  chair: 'meeting-chair',
  recorder: 'meeting-recorder',
  lecturer: 'meeting-lecturer',
  topic: 'meeting-topic',
  attendance: 'meeting-attendance',
  invitees: 'meeting-invitees',
  agenda: 'meeting-agenda',
  resolutions: 'meeting-resolutions',
  closing: 'meeting-closing',
  attachments: 'meeting-attachments',
  forYear: 'meeting-for-year',
  hours: 'meeting-hours',
} as const

export const agendaFieldId = (key: string): string => `agenda-${key}`
export const blockFieldId = (key: string): string => `block-${key}`
export const resolutionFieldId = (key: string): string => `resolution-${key}`

const topLevel: Record<string, string> = {
  date: fieldIds.date,
  startTime: fieldIds.startTime,
  endTime: fieldIds.endTime,
  place: fieldIds.place,
  chair: fieldIds.chair,
  recorder: fieldIds.recorder,
  invitees: fieldIds.invitees,
  closing: fieldIds.closing,
  attachmentIds: fieldIds.attachments,
}

const ofPart: Record<string, string> = {
  purpose: fieldIds.purpose,
  groupId: fieldIds.groupId,
  title: fieldIds.title,
  absentees: fieldIds.attendance,
  counts: fieldIds.attendance,
  attendance: fieldIds.attendance,
  opening: fieldIds.attendance,
  lecturer: fieldIds.lecturer,
  topic: fieldIds.topic,
  forYear: fieldIds.forYear,
  hours: fieldIds.hours,
}

/** The field that a path of `saveActivitySchema` (`parts.0.agenda.2.content.5`) is about; empty: the record as a whole. */
export function fieldOf(path: string, model: FormModel): string {
  const steps = path.split('.')
  if (steps[0] !== 'parts') return topLevel[steps[0] ?? ''] ?? ''
  const part = partAt(model, partIndexOf(path) ?? 0)
  const [, , name = '', index = '', inner, innerIndex = ''] = steps
  if (name === 'agenda') {
    const item = keptAgenda(part)[Number(index)]
    if (index === '' || !item) return fieldIds.agenda
    const block = inner === 'content' && innerIndex !== '' ? keptBlocks(item)[Number(innerIndex)] : undefined
    return block ? blockFieldId(block.key) : agendaFieldId(item.key)
  }
  if (name === 'resolutions') {
    const row = keptResolutions(part)[Number(index)]
    return index !== '' && row ? resolutionFieldId(row.key) : fieldIds.resolutions
  }
  return ofPart[name] ?? ''
}

/** The agenda item in which a path lies, so that it can be opened before jumping; null outside of the agenda. */
export function agendaKeyOf(path: string, model: FormModel): string | null {
  const match = /^parts\.(\d+)\.agenda\.(\d+)/.exec(path)
  return (match && keptAgenda(partAt(model, Number(match[1])))[Number(match[2])]?.key) ?? null
}

/** The part of the sitting that a path is about; null: the sitting as a whole. */
export function partIndexOf(path: string): number | null {
  const match = /^parts\.(\d+)/.exec(path)
  return match ? Number(match[1]) : null
}

/** One thing that keeps the form from being saved. */
export interface FormError {
  readonly path: string
  readonly text: string
}

const names: Record<string, string> = {
  date: '日期',
  startTime: '开始时间',
  endTime: '结束时间',
  place: '地点',
  chair: '主持人',
  recorder: '记录人',
  invitees: '列席',
  closing: '主持人小结',
  purpose: '类型',
  title: '名称',
  heading: '内容标题',
  absentees: '缺席人员',
  counts: '应到、实到人数',
  opening: '开场说明',
  agenda: '议题',
  content: '议题内容',
  speaker: '发言人',
  role: '发言人身份',
  text: '内容',
  vote: '表决',
  resolutions: '决议（议定事项）',
  owner: '责任人',
  dueOn: '完成时限',
  lecturer: '授课人',
  topic: '主题',
  hours: '学时',
  forYear: '归属年度',
  note: '缺席备注',
  name: '姓名',
  votesFor: '赞成票数',
  votesAgainst: '反对票数',
  votesAbstain: '弃权票数',
  issued: '发出票数',
  returned: '收回票数',
  valid: '有效票数',
  writtenOpinions: '书面意见份数',
  scrutineers: '监票人',
  tellers: '计票人',
  outcome: '表决结果',
  groupId: '党小组',
}

/** Problems zod finds, in the words of the form. */
export function formErrors(error: z.ZodError): FormError[] {
  const all = error.issues.map((issue) => {
    const path = issue.path.join('.')
    return { path, text: errorText(issue, path) }
  })
  // Two checks of one field may end in the same words.
  return all.filter((own, index) => all.findIndex((other) => other.path === own.path && other.text === own.text) === index)
}

function errorText(issue: z.core.$ZodIssue, path: string): string {
  const steps = issue.path.filter((step): step is string => typeof step === 'string')
  const last = steps.at(-1) ?? ''
  const name = last === 'title' && path.includes('agenda') ? '标题' : (names[last] ?? '')
  const place = whereOf(path)
  if (path === 'date') return '请选择日期'
  switch (issue.code) {
    case 'too_small':
      return `${place}${name}不能为空`
    case 'too_big':
      return issue.origin === 'string' ? `${place}${name}太长，最多${issue.maximum}个字` : `${place}${name}超出上限${issue.maximum}`
    case 'custom':
    case 'invalid_format':
      return `${place}${name}：${issue.message}`
    case 'not_multiple_of':
      return `${place}${name}应为${issue.divisor}的整数倍`
    default:
      return `${place}${name}填写有误`
  }
}

function whereOf(path: string): string {
  const agenda = /\.agenda\.(\d+)/.exec(path)
  if (agenda) return `第${Number(agenda[1]) + 1}项议题：`
  const resolution = /\.resolutions\.(\d+)/.exec(path)
  return resolution ? `第${Number(resolution[1]) + 1}条决议：` : ''
}
