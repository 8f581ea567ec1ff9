import type { BranchProfile } from '../../branch/schema.ts'
import { chineseDate } from '../../kernel/dates.ts'
import { paddedName } from '../../kernel/text.ts'
import { memberCategoryNames } from '../../members/labels.ts'
import type { HourReport } from '../../study/contract.ts'
import { type DocumentModel, paper } from '../model.ts'

export const hourHeads = [
  '姓名',
  '类别',
  '目标',
  '集中学习',
  '专题培训',
  '上级培训',
  '线上',
  '自学（计）',
  '合计',
  '差额',
  '干部学时（另计）',
] as const

/** What the numbers are counted from, below the table. */
export const hourFoot = ({ asOf }: Pick<HourReport, 'asOf'>): string =>
  `统计截至${chineseDate(asOf)}。集中学习按会议的出席登记计算，一次会议每人只计一次；干部学时另计，不计入合计。`

const hoursText = (hours: number) => (Number.isInteger(hours) ? String(hours) : hours.toFixed(1))

/** 学习学时统计 (DOMAIN 8.3) on paper, with the numbers of the screen. */
export function hourTableDocument(report: HourReport, branch: Pick<BranchProfile, 'shortName'>): DocumentModel {
  return paper('wide', {
    title: [branch.shortName, `${report.year}年党员学时统计表`],
    body: [
      {
        kind: 'table',
        head: hourHeads,
        rows: report.lines.map(({ name, category, target, hours, total, missing }) => [
          paddedName(name),
          memberCategoryNames[category],
          target === null ? '不作要求' : hoursText(target),
          ...[hours.group, hours.training, hours.superiorTraining, hours.online, hours.selfStudy, total].map(hoursText),
          target === null || !report.showsShortfall ? '—' : hoursText(missing),
          hoursText(hours.cadre),
        ]),
        widths: [28, 26, 22, 22, 22, 22, 18, 22, 18, 18, 31],
      },
      { kind: 'paragraph', text: hourFoot(report), isFlush: true },
    ],
  })
}
