import writeXlsxFile, { type Row, type SheetData } from 'write-excel-file/node'
import type { BranchProfile } from '#shared/branch/schema.ts'
import { chineseDate } from '#shared/kernel/dates.ts'
import { memberCategoryNames } from '#shared/members/labels.ts'
import type { AttendanceLine, AttendanceReport } from '#shared/reports/schema.ts'
import { printSetup } from '../documents/xlsx-print.ts'

const heads = ['序号', '姓名', '类别', '党小组', '应参加次数', '实到', '请假', '未请假', '出勤率', '补学', '不作硬性要求说明']
const widths = [6, 12, 12, 16, 12, 8, 8, 8, 10, 8, 30]
const line = { borderColor: '#000000', borderStyle: 'thin' } as const
const middle = { align: 'center', alignVertical: 'center', ...line } as const
const left = { ...middle, align: 'left', wrap: true } as const

/** Text stays text, also when it begins with = + - or @: the type is declared, never guessed. */
const text = (value: string, style: object = middle) => ({ type: String, value, ...style })
const number = (value: number) => ({ type: Number, value, ...middle })
const rate = (value: number | null) => (value === null ? text('—') : { type: Number, value, format: '0.0%', ...middle })

const memberRow = (member: AttendanceLine, index: number): Row => [
  number(index + 1),
  text(member.name),
  text(memberCategoryNames[member.category]),
  text(member.groupName),
  number(member.due),
  number(member.present),
  number(member.leave),
  number(member.unexcused),
  rate(member.rate),
  member.makeUp === null ? text('—') : number(member.makeUp),
  text(member.exemptNote, left),
]

/** 合计 without the exempt, and below it the average with them. */
function totalRows({ totals, rateWithoutExempt, rateWithExempt }: AttendanceReport): SheetData {
  const label = (value: string) => [text(value, { ...middle, columnSpan: 4, fontWeight: 'bold' }), null, null, null]
  const withExempt = { due: totals.due + totals.exemptDue, present: totals.present + totals.exemptPresent }
  return [
    [
      ...label('合计（不含不作硬性要求的）'),
      number(totals.due),
      number(totals.present),
      number(totals.leave),
      number(totals.unexcused),
      rate(rateWithoutExempt),
      text('—'),
      text('', left),
    ],
    [
      ...label('合计（含不作硬性要求的）'),
      number(withExempt.due),
      number(withExempt.present),
      text('—'),
      text('—'),
      rate(rateWithExempt),
      text('—'),
      text('', left),
    ],
  ]
}

/**
 * 出勤率统计表 (DOMAIN 8.2) with the numbers of the screen: A4 landscape, one page wide, the head on every page.
 */
export async function attendanceTableXlsx(report: AttendanceReport, branch: BranchProfile): Promise<Uint8Array> {
  const { year } = report
  const wide = (value: string, style: object): Row => [text(value, { ...style, columnSpan: heads.length })]
  const plain = { align: 'left', alignVertical: 'center', wrap: true } as const
  const unknown = report.unknownMeetings === 0 ? '' : `另有${report.unknownMeetings}次会议名单未录，未计入。`
  const data: SheetData = [
    wide(`${branch.shortName}${year}年党员出勤率统计表`, { align: 'center', alignVertical: 'center', fontSize: 18, height: 36 }),
    heads.map((head) => text(head, { ...middle, fontWeight: 'bold', wrap: true })),
    ...report.lines.map(memberRow),
    ...totalRows(report),
    wide(
      `统计截至${chineseDate(report.asOf)}，按${report.meetings}次会议的出席登记计算，不含支部委员会会议；一次会议含多项内容的，按项分别计算。${unknown}`,
      { ...plain, height: 32 },
    ),
  ]
  const buffer = await writeXlsxFile(
    data,
    {
      sheet: `${year}年`,
      orientation: 'landscape',
      stickyRowsCount: 2,
      stickyColumnsCount: 2,
      columns: widths.map((width) => ({ width })),
    },
    {
      fontFamily: '宋体',
      fontSize: 11,
      features: [printSetup({ sheet: `${year}年`, columns: heads.length, rows: data.length, titleRows: 2 })],
    },
  ).toBuffer()
  return new Uint8Array(buffer)
}
