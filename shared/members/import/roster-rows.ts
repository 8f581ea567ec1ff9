import { isNoteText, isSumRow, type Remarks, type RowReader, rowReader, warnAboutCells } from '../../files/row-remarks.ts'
import type { Sheet, SheetRow } from '../../files/sheet.ts'
import type { SheetHeader } from '../../files/sheet-columns.ts'
import type { PartialDate, PlainDate } from '../../kernel/dates.ts'
import { normalName } from '../../kernel/text.ts'
import { halfWidth } from '../../kernel/width.ts'
import type { MemberCategory, Person } from '../schema.ts'
import type { RosterColumn } from './columns.ts'
import { idNumberDoubts, plainIdNumber } from './id-number.ts'
import { bounded, dateField, withoutCode, yesOrNo } from './loose-fields.ts'

/** One member as the sheet has them. Empty texts and nulls: the sheet does not say. */
export interface RosterRow {
  readonly row: number
  readonly name: string
  readonly idNumber: string
  readonly gender: Person['gender']
  readonly ethnicity: string
  readonly birthDate: PartialDate | null
  readonly nativePlace: string
  readonly education: string
  readonly category: MemberCategory | null
  readonly joinedOn: PartialDate | null
  readonly fullMemberOn: PartialDate | null
  readonly job: string
  readonly unit: string
  readonly mobile: string
  readonly phone: string
  readonly address: string
  readonly isMobile: boolean | null
  readonly destination: string
  readonly note: string
  readonly branchName: string
  readonly groupName: string
  readonly partyPost: string
}

type Reader = RowReader<RosterColumn>

/** Whether a row is one of the lines around the members: blank, a note, a sum, the header again. */
export function isBesideTable(header: SheetHeader<RosterColumn>, row: SheetRow, reader: Reader): boolean {
  const name = normalName(reader.text('name'))
  if (name === normalName(header.labels.name ?? '姓名') || isSumRow(row) || isNoteText(name)) return true
  if (name !== '') return false
  const number = reader.text('number')
  if (number !== '' && !/^\d+(\.0+)?$/.test(halfWidth(number))) return true
  // Rows that are only numbered, or hold nothing but a line of text: prepared lines and notes.
  const known = (Object.keys(header.columns) as RosterColumn[]).filter((key) => key !== 'number')
  return known.filter((key) => reader.text(key) !== '' && !reader.cell(key).isMergedDown).length <= (number === '' ? 1 : 0)
}

function idNumberOf(reader: Reader, remarks: Remarks): string {
  const cell = reader.cell('idNumber')
  if (!cell.isRounded) return plainIdNumber(cell.text)
  remarks.warn(reader.row, '身份证号是按数字保存的，最后几位已经丢失，没有录入；请把这一列设为文本后重填')
  return ''
}

const genders: Readonly<Record<string, Person['gender']>> = { 男: 'male', 男性: 'male', 女: 'female', 女性: 'female' }

function categoryOf(reader: Reader): MemberCategory | null | 'none' {
  const text = withoutCode(reader.text('category')).replace(/\s/g, '')
  if (text === '') return null
  if (/预备/.test(text)) return 'probationaryMember'
  return /党员/.test(text) && !/非党员/.test(text) ? 'formalMember' : text === '正式' ? 'formalMember' : 'none'
}

const isBefore = (a: string | null, b: string | null) => a !== null && b !== null && a.slice(0, b.length) < b.slice(0, a.length)

function warnAboutDates(
  row: Pick<RosterRow, 'birthDate' | 'joinedOn' | 'fullMemberOn' | 'category' | 'row'>,
  remarks: Remarks,
  today: PlainDate,
): void {
  const { birthDate, joinedOn, fullMemberOn, category } = row
  const named = [
    ['出生日期', birthDate],
    ['入党日期', joinedOn],
    ['转正日期', fullMemberOn],
  ] as const
  for (const [label, date] of named) if (date !== null && date > today) remarks.warn(row.row, `${label}${date}还没有到，请核对`)
  if (isBefore(fullMemberOn, joinedOn)) remarks.warn(row.row, '转正日期早于入党日期，请核对')
  if (birthDate !== null && joinedOn !== null && Number(joinedOn.slice(0, 4)) - Number(birthDate.slice(0, 4)) < 18) {
    remarks.warn(row.row, '按出生日期，入党时不满十八岁，请核对')
  }
  if (category === 'probationaryMember' && fullMemberOn !== null) remarks.warn(row.row, '人员类别是预备党员，却有转正日期，请核对')
}

/** One row as a member, or null when it is skipped with a reason. */
function memberOf(reader: Reader, date1904: boolean, remarks: Remarks, today: PlainDate): RosterRow | null {
  const { row } = reader
  const name = normalName(reader.text('name'))
  if (name === '') {
    remarks.skip(row, '没有姓名')
    return null
  }
  if ([...name].length > 30 || /[\d:：，。；]/.test(name)) {
    remarks.skip(row, `“${bounded(name, 20)}”不像姓名`)
    return null
  }
  const category = categoryOf(reader)
  if (category === 'none') {
    remarks.skip(row, `人员类别“${bounded(reader.text('category'), 20)}”不是党员，不列入名册`)
    return null
  }
  const gender = genders[reader.text('gender')] ?? ''
  if (gender === '' && reader.text('gender') !== '')
    remarks.warn(row, `性别“${bounded(reader.text('gender'), 10)}”看不懂，没有录入`)
  const dates = {
    birthDate: dateField(reader, 'birthDate', '出生日期', date1904, remarks),
    joinedOn: dateField(reader, 'joinedOn', '入党日期', date1904, remarks),
    fullMemberOn: dateField(reader, 'fullMemberOn', '转正日期', date1904, remarks),
  }
  const idNumber = bounded(idNumberOf(reader, remarks), 40)
  if (idNumber !== '') for (const doubt of idNumberDoubts(idNumber, dates.birthDate, gender)) remarks.warn(row, doubt)
  warnAboutDates({ row, category, ...dates }, remarks, today)
  if (/停止|取消|除名|开除/.test(reader.text('partyState')))
    remarks.warn(row, `党籍状态是“${bounded(reader.text('partyState'), 20)}”，请在党员管理中核对`)
  if (yesOrNo(reader.text('lostContact')) === true)
    remarks.warn(row, '登记为失联党员，导入后请在「外出和失联党员」登记失去联系的日期')
  const short = (key: RosterColumn, length: number) => bounded(reader.text(key), length)
  return {
    row,
    name,
    idNumber,
    gender,
    ...dates,
    category,
    ethnicity: bounded(withoutCode(reader.text('ethnicity')), 20),
    nativePlace: short('nativePlace', 60),
    education: bounded(withoutCode(reader.text('education')), 40),
    job: bounded(withoutCode(reader.text('job')), 60),
    unit: short('unit', 100),
    mobile: bounded(halfWidth(reader.text('mobile')), 40),
    phone: bounded(halfWidth(reader.text('phone')), 40),
    address: short('address', 200),
    isMobile: reader.text('isMobile') === '' ? null : yesOrNo(reader.text('isMobile')),
    destination: short('destination', 100),
    note: short('note', 500),
    branchName: short('branchName', 100),
    groupName: bounded(normalName(reader.text('groupName')), 40),
    partyPost: short('partyPost', 100),
  }
}

/** The members of a sheet; every row that is not taken is skipped with a reason or lies beside the table. */
export function readRosterRows(sheet: Sheet, header: SheetHeader<RosterColumn>, remarks: Remarks, today: PlainDate): RosterRow[] {
  return header.rows.flatMap((source) => {
    const reader = rowReader(header, source)
    // A name merged over several rows is one person.
    if (reader.cell('name').isMergedDown || isBesideTable(header, source, reader)) return []
    const member = memberOf(reader, sheet.date1904, remarks, today)
    if (member) warnAboutCells(header, source, remarks, ['number'])
    return member ? [member] : []
  })
}
