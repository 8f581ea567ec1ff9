import type { BranchProfile } from '../../branch/schema.ts'
import { chineseDate } from '../../kernel/dates.ts'
import { paddedName } from '../../kernel/text.ts'
import { memberCategoryNames } from '../../members/labels.ts'
import type { HourReport } from '../../study/contract.ts'
import { memberSources, noTarget } from '../../study/hours.ts'
import { type DocumentModel, paper } from '../model.ts'

const heads = [
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

/** Column heads; those of cadre hours only where the branch asks for them. */
export const hourHeads = ({ asksCadreHours }: Pick<HourReport, 'asksCadreHours'>): readonly string[] =>
  asksCadreHours ? [...heads, '干部学时目标', '干部学时差额'] : heads

/** Target of a member's cadre hours with the years it is counted over; null: none is asked. */
export function cadreTargetText({ cadre }: Pick<HourReport['lines'][number], 'cadre'>): string | null {
  if (!cadre || cadre.target === null) return null
  const { target, sum, from, to } = cadre
  return from === to ? hoursText(target) : `${hoursText(target)}（${from}—${to}年，已有${hoursText(sum)}）`
}

/** Cadre hours still to come, when that is known: after September of the last year they are counted in. */
export const cadreMissing = (
  { year, showsShortfall }: Pick<HourReport, 'year' | 'showsShortfall'>,
  { cadre }: Pick<HourReport['lines'][number], 'cadre'>,
): number | null => (cadre && cadre.target !== null && showsShortfall && year === cadre.to ? cadre.missing : null)

/** What the numbers are counted from, below the table. */
export const hourFoot = ({ asOf }: Pick<HourReport, 'asOf'>): string =>
  `统计截至${chineseDate(asOf)}。集中学习按会议的出席登记计算，一次会议每人只计一次；干部学时另计，不计入合计。`

export const hoursText = (hours: number) => (Number.isInteger(hours) ? String(hours) : hours.toFixed(1))

/** Hours of one source, the same on screen, paper and sheet: nothing stands where there are none, the sum alone may be 0. */
export const sourceHoursText = (hours: number) => (hours === 0 ? '' : hoursText(hours))

/** Hours still to come; null: nothing is wanted of the member, or it is too early in the year to say. */
export const memberMissing = (
  { showsShortfall }: Pick<HourReport, 'showsShortfall'>,
  { target, missing }: Pick<HourReport['lines'][number], 'target' | 'missing'>,
): number | null => (target === null || !showsShortfall ? null : missing)

/** A shortfall, the same on screen and paper. */
export const missingText = (missing: number | null) => (missing === null ? '—' : hoursText(missing))

/** 学习学时统计 (DOMAIN 8.3) on paper, with the numbers of the screen. */
export function hourTableDocument(report: HourReport, branch: Pick<BranchProfile, 'shortName'>): DocumentModel {
  return paper('wide', {
    title: [branch.shortName, `${report.year}年党员学时统计表`],
    body: [
      {
        kind: 'table',
        head: hourHeads(report),
        rows: report.lines.map((line) => [
          paddedName(line.name),
          memberCategoryNames[line.category],
          line.target === null ? noTarget : hoursText(line.target),
          ...memberSources.map((source) => sourceHoursText(line.hours[source])),
          hoursText(line.total),
          missingText(memberMissing(report, line)),
          sourceHoursText(line.hours.cadre),
          ...(report.asksCadreHours ? [cadreTargetText(line) ?? '—', missingText(cadreMissing(report, line))] : []),
        ]),
        widths: [26, 25, 27, 22, 22, 22, 17, 22, 17, 18, 31, ...(report.asksCadreHours ? [34, 24] : [])],
      },
      { kind: 'paragraph', text: hourFoot(report), isFlush: true },
    ],
  })
}
