import type { BranchProfile } from '../../branch/schema.ts'
import { chineseDate } from '../../kernel/dates.ts'
import { paddedName } from '../../kernel/text.ts'
import { memberCategoryNames } from '../../members/labels.ts'
import type { AttendanceReport } from '../../reports/schema.ts'
import { type DocumentModel, paper } from '../model.ts'

export const attendanceHeads = [
  '序号',
  '姓名',
  '类别',
  '党小组',
  '应参加次数',
  '实到',
  '请假',
  '未请假',
  '出勤率',
  '补学',
  '不作硬性要求说明',
] as const

/** What the numbers are counted from, below the table. */
export function attendanceFoot({ asOf, meetings, unknownMeetings }: AttendanceReport): string {
  const unknown = unknownMeetings === 0 ? '' : `另有${unknownMeetings}次会议名单未录，未计入。`
  return `统计截至${chineseDate(asOf)}，按${meetings}次会议的出席登记计算，不含支部委员会会议；一次会议含多项内容的，按项分别计算。${unknown}`
}

const percent = (rate: number | null) => (rate === null ? '—' : `${(rate * 100).toFixed(1)}%`)

/** 出勤率统计表 (DOMAIN 8.2) on paper, with the numbers of the screen. */
export function attendanceTableDocument(report: AttendanceReport, branch: Pick<BranchProfile, 'shortName'>): DocumentModel {
  const { year, lines, totals, rateWithoutExempt, rateWithExempt } = report
  const all = { due: totals.due + totals.exemptDue, present: totals.present + totals.exemptPresent }
  return paper('wide', {
    title: [branch.shortName, `${year}年党员出勤率统计表`],
    body: [
      {
        kind: 'table',
        head: attendanceHeads,
        rows: [
          ...lines.map((line, i) => [
            String(i + 1),
            paddedName(line.name),
            memberCategoryNames[line.category],
            line.groupName,
            String(line.due),
            String(line.present),
            String(line.leave),
            String(line.unexcused),
            percent(line.rate),
            line.makeUp === null ? '—' : String(line.makeUp),
            line.exemptNote,
          ]),
          {
            band: `合计（不含不作硬性要求的）：应参加${totals.due}人次，实到${totals.present}，请假${totals.leave}，未请假${totals.unexcused}，出勤率${percent(rateWithoutExempt)}`,
          },
          { band: `合计（含不作硬性要求的）：应参加${all.due}人次，实到${all.present}，出勤率${percent(rateWithExempt)}` },
        ],
        widths: [12, 24, 24, 30, 26, 16, 16, 18, 20, 16, 47],
        leftColumns: [10],
      },
      { kind: 'paragraph', text: attendanceFoot(report), isFlush: true },
    ],
  })
}
