import { isNoteText, isSumRow, type Remarks, type RowReader, rowReader, warnAboutCells } from '../../files/row-remarks.ts'
import type { Sheet, SheetRow } from '../../files/sheet.ts'
import type { SheetHeader } from '../../files/sheet-columns.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { halfWidth } from '../../kernel/width.ts'
import type { Absentee, AgendaItem, Invitee, PersonMention, Purpose } from '../schema.ts'
import { readAbsentees } from './absentees.ts'
import type { ActivityColumn } from './columns.ts'
import { readContent } from './content.ts'
import { readKinds } from './kinds.ts'
import { readInvitees, readMention } from './people.ts'
import { readWhen } from './when.ts'

/** One sitting as an old ledger has it, before it is compared with the roster. */
export interface ActivityRow {
  readonly row: number
  readonly date: PlainDate
  readonly startTime: string | null
  readonly endTime: string | null
  readonly purposes: readonly Purpose[]
  readonly title: string
  /** Where the group of a 党小组会 may be named, most reliable first. */
  readonly groupTexts: readonly string[]
  readonly place: string
  readonly chair: PersonMention | null
  readonly recorder: PersonMention | null
  readonly invitees: readonly Invitee[]
  /** Null: the sheet does not say. */
  readonly due: number | null
  readonly present: number | null
  readonly absentees: readonly Absentee[]
  readonly agenda: readonly AgendaItem[]
  readonly lecturer: PersonMention | null
  readonly topic: string
}

type Reader = RowReader<ActivityColumn>
const cut = (text: string, length: number) => [...text].slice(0, length).join('')

/** 14, 14人, 14.0; null when empty or unreadable. */
function countOf(reader: Reader, key: 'due' | 'present', label: string, remarks: Remarks): number | null {
  const text = halfWidth(reader.text(key)).replace(/\s/g, '')
  if (text === '' || /^[-—/]+$/.test(text)) return null
  const match = /^(\d{1,5})(\.0+)?[人名]?$/.exec(text)
  if (match) return Number(match[1])
  remarks.warn(reader.row, `${label}“${cut(text, 20)}”不是人数，没有录入`)
  return null
}

/** Blank and prepared lines, notes, sums and repeated headers around the sittings. */
function isBesideTable(header: SheetHeader<ActivityColumn>, row: SheetRow, reader: Reader): boolean {
  const own = (key: ActivityColumn) => (reader.cell(key).isMergedDown ? '' : reader.text(key))
  const known = (Object.keys(header.columns) as ActivityColumn[]).filter((key) => key !== 'number')
  const filled = known.filter((key) => own(key) !== '')
  if (filled.length === 0 || isSumRow(row)) return true
  if (filled.length > 1 && filled.every((key) => own(key).replace(/\s+/g, '') === header.labels[key])) return true
  const first = row.cells.find((cell) => cell.text !== '')
  const isTextLine = own('kind') === '' && filled.length === 1
  return isTextLine && (isNoteText(first?.text ?? '') || !/^\d+$/.test(own('number')))
}

function sittingOf(reader: Reader, date1904: boolean, remarks: Remarks): ActivityRow | null {
  const { row } = reader
  const when = readWhen(reader, date1904)
  if (!when.ok) {
    remarks.skip(row, when.reason)
    return null
  }
  const kindText = reader.text('kind')
  const purposes = readKinds(kindText)
  if (!purposes) {
    remarks.skip(row, kindText === '' ? '没有类别' : `类别“${cut(kindText, 30)}”不认识`)
    return null
  }
  const before = remarks.warnings.length
  const due = countOf(reader, 'due', '应到', remarks)
  const present = countOf(reader, 'present', '实到', remarks)
  if (due !== null && present !== null && present > due) {
    remarks.warnings.length = before
    remarks.skip(row, `实到${present}人多于应到${due}人`)
    return null
  }
  if (when.doubt) remarks.warn(row, when.doubt)
  const { absentees, doubts } = readAbsentees(reader.text('absentees'))
  for (const doubt of doubts) remarks.warn(row, doubt)
  const content = readContent(reader.text('content'), purposes)
  return {
    row,
    date: when.date,
    startTime: when.startTime,
    endTime: when.endTime,
    purposes,
    // As it is written, except for line breaks.
    title: cut(reader.text('title').replace(/\s*\n\s*/g, ' '), 200),
    groupTexts: [reader.text('group'), kindText, reader.text('title')],
    place: cut(reader.text('place'), 200),
    chair: readMention(reader.text('chair')),
    recorder: readMention(reader.text('recorder')),
    invitees: readInvitees(reader.text('invitees')),
    due,
    present,
    absentees,
    agenda: content.agenda,
    lecturer: readMention(reader.text('lecturer')) ?? content.lecturer,
    topic: cut(reader.text('topic'), 300) || content.topic,
  }
}

/** The sittings of a sheet; every row that is not taken is skipped with a reason or lies beside the table. */
export function readActivityRows(sheet: Sheet, header: SheetHeader<ActivityColumn>, remarks: Remarks): ActivityRow[] {
  return header.rows.flatMap((source) => {
    const reader = rowReader(header, source)
    if (isBesideTable(header, source, reader)) return []
    const sitting = sittingOf(reader, sheet.date1904, remarks)
    if (sitting) warnAboutCells(header, source, remarks, ['number'])
    return sitting ? [sitting] : []
  })
}
