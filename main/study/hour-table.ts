import type { Row } from 'write-excel-file/node'
import type { BranchProfile } from '#shared/branch/schema.ts'
import { chineseDate } from '#shared/kernel/dates.ts'
import { memberCategoryNames } from '#shared/members/labels.ts'
import type { HourReport } from '#shared/study/contract.ts'
import { middle, textCell, yearSheetXlsx } from '../documents/xlsx-sheet.ts'

const heads = ['姓名', '类别', '目标', '集中学习', '专题培训', '上级培训', '线上', '自学（计）', '合计', '差额', '干部学时（另计）']
const widths = [12, 12, 10, 11, 11, 11, 10, 11, 10, 10, 16]

const number = (value: number) => ({ type: Number, value, format: '0.0', ...middle })

/** 学习学时统计 (DOMAIN 8.3) with the numbers of the screen. */
export async function hourTableXlsx(report: HourReport, branch: BranchProfile): Promise<Uint8Array> {
  const { year } = report
  return await yearSheetXlsx({
    year,
    title: `${branch.shortName}${year}年党员学时统计表`,
    heads,
    widths,
    stickyColumns: 1,
    rows: report.lines.map(
      ({ name, category, target, hours, total, missing }): Row => [
        textCell(name),
        textCell(memberCategoryNames[category]),
        target === null ? textCell('不作要求') : number(target),
        number(hours.group),
        number(hours.training),
        number(hours.superiorTraining),
        number(hours.online),
        number(hours.selfStudy),
        number(total),
        target === null || !report.showsShortfall ? textCell('—') : number(missing),
        number(hours.cadre),
      ],
    ),
    foot: `统计截至${chineseDate(report.asOf)}。集中学习按会议的出席登记计算，一次会议每人只计一次；干部学时另计，不计入合计。`,
  })
}
