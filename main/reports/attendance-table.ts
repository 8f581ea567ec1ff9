import type { Row, SheetData } from 'write-excel-file/node'
import type { BranchProfile } from '#shared/branch/schema.ts'
import { attendanceFoot, attendanceHeads } from '#shared/documents/tables/attendance-table.ts'
import { memberCategoryNames } from '#shared/members/labels.ts'
import type { AttendanceLine, AttendanceReport } from '#shared/reports/schema.ts'
import { middle, textCell as text, yearSheetXlsx } from '../documents/xlsx-sheet.ts'

const widths = [6, 12, 12, 16, 12, 8, 8, 8, 10, 8, 30]
const left = { ...middle, align: 'left', wrap: true } as const

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

/** 出勤率统计表 (DOMAIN 8.2) with the numbers of the screen. */
export async function attendanceTableXlsx(report: AttendanceReport, branch: BranchProfile): Promise<Uint8Array> {
  const { year } = report
  return await yearSheetXlsx({
    year,
    title: `${branch.shortName}${year}年党员出勤率统计表`,
    heads: attendanceHeads,
    widths,
    stickyColumns: 2,
    rows: [...report.lines.map(memberRow), ...totalRows(report)],
    foot: attendanceFoot(report),
  })
}
