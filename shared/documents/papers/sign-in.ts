import type { Part } from '../../activities/schema.ts'
import { chineseDate } from '../../kernel/dates.ts'
import { normalName, paddedName } from '../../kernel/text.ts'
import { memberCategoryNames } from '../../members/labels.ts'
import { absenteePhrase } from '../mentions.ts'
import { isHeld } from '../minutes-head.ts'
import { type DocumentModel, paper, type TableRow } from '../model.ts'
import { type PaperOptions, type PaperSource } from './kinds.ts'
import { sittingName } from './names.ts'

const EMPTY_ROWS = 3
const ROWS_WITHOUT_ROSTER = 20

/** 公出，已请假: what the minutes say in brackets after the name. */
function noteOf(part: Part, name: string): string {
  const absentee = part.absentees.find((each) => normalName(each.name) === name)
  if (!absentee) return ''
  return absenteePhrase(absentee)
    .slice(absentee.name.length)
    .replace(/^（|）$/gu, '')
}

const blank = '　　'

/** 应到14人，实到13人，请假1人，缺席0人: blanks where the meeting is still to come. */
function footOf(part: Part, held: boolean): string {
  const absent = part.attendance.filter(({ present }) => !present)
  const unexcused = absent.filter(({ reason }) => reason === 'unexcused').length
  const knows = held && part.rosterKnown
  const due = part.counts.due > 0 ? String(part.counts.due) : blank
  const [present, leave, missing] = knows
    ? [part.counts.present, part.counts.due - part.counts.present - unexcused, unexcused].map(String)
    : [blank, blank, blank]
  return `应到${due}人，实到${present}人，请假${leave}人，缺席${missing}人。　　统计人：`
}

/**
 * 签到表 (DOMAIN 3.3): the members of the day in roster order, three empty rows, then 列席. Signatures are made by hand; leave that is
 * known stands in 备注.
 */
export function signInSheet(source: PaperSource, index: number, options: PaperOptions = {}): DocumentModel {
  const { activity } = source
  const part = activity.parts[index]
  if (!part) throw new RangeError('no such part')
  const due = source.due[index] ?? []
  const head = ['序号', '姓名', '党小组', '党员类别', '签到（本人签名）', ...(options.withSignInTime ? ['签到时间'] : []), '备注']
  const row = (cells: { number: string; name?: string; group?: string; category?: string; note?: string }): TableRow => [
    cells.number,
    cells.name ?? '',
    cells.group ?? '',
    cells.category ?? '',
    '',
    ...(options.withSignInTime ? [''] : []),
    cells.note ?? '',
  ]
  const members = due.map(({ name, groupName, category }, i) =>
    row({
      number: String(i + 1),
      name: paddedName(name),
      group: groupName,
      category: memberCategoryNames[category],
      note: noteOf(part, name),
    }),
  )
  const empty = Array.from({ length: due.length > 0 ? EMPTY_ROWS : ROWS_WITHOUT_ROSTER }, (_, i) =>
    row({ number: due.length > 0 ? '' : String(i + 1) }),
  )
  const guests = activity.invitees.map(({ name, role }, i) => row({ number: String(i + 1), name: paddedName(name), note: role }))
  const start = activity.startTime ? activity.startTime.replace(/^0(?=\d:)/u, '') : ''
  return paper('sheet', {
    title: [sittingName(activity, part), '签到表'],
    head: [
      [
        { label: '会议时间', value: `${chineseDate(activity.date)}${start}` },
        { label: '地点', value: activity.place },
      ],
    ],
    body: [
      {
        kind: 'table',
        head,
        leftColumns: [head.length - 1],
        widths: options.withSignInTime ? [3.4, 6, 6.4, 6, 11, 6, 7.2] : [3.4, 6.4, 6.8, 6.2, 11, 12.2],
        rowHeight: 8.5,
        rows: [
          ...members,
          ...empty,
          { band: '列席人员：' },
          ...guests,
          ...Array.from({ length: Math.max(0, 2 - guests.length) }, () => row({ number: '' })),
          { band: footOf(part, isHeld(activity)) },
        ],
      },
    ],
  })
}
