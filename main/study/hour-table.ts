import type { Row } from 'write-excel-file/node'
import type { BranchProfile } from '#shared/branch/schema.ts'
import { cadreMissing, cadreTargetText, hourFoot, hourHeads, memberMissing } from '#shared/documents/tables/hour-table.ts'
import { memberCategoryNames } from '#shared/members/labels.ts'
import type { HourReport } from '#shared/study/contract.ts'
import { memberSources, noTarget } from '#shared/study/hours.ts'
import { middle, textCell, yearSheetXlsx } from '../documents/xlsx-sheet.ts'

const widths = [12, 12, 10, 11, 11, 11, 10, 11, 10, 10, 16]

const number = (value: number) => ({ type: Number, value, format: '0.0', ...middle })

const numberOrNothing = (value: number) => (value === 0 ? textCell('') : number(value))

const numberOrDash = (value: number | null) => (value === null ? textCell('—') : number(value))

/** 学习学时统计 (DOMAIN 8.3) with the numbers of the screen. */
export async function hourTableXlsx(report: HourReport, branch: BranchProfile): Promise<Uint8Array> {
  const { year } = report
  return await yearSheetXlsx({
    year,
    title: `${branch.shortName}${year}年党员学时统计表`,
    heads: hourHeads(report),
    widths: report.asksCadreHours ? [...widths, 24, 12] : widths,
    stickyColumns: 1,
    rows: report.lines.map(
      (line): Row => [
        textCell(line.name),
        textCell(memberCategoryNames[line.category]),
        line.target === null ? textCell(noTarget) : number(line.target),
        ...memberSources.map((source) => numberOrNothing(line.hours[source])),
        number(line.total),
        numberOrDash(memberMissing(report, line)),
        numberOrNothing(line.hours.cadre),
        ...(report.asksCadreHours ? [textCell(cadreTargetText(line) ?? '—'), numberOrDash(cadreMissing(report, line))] : []),
      ],
    ),
    foot: hourFoot(report),
  })
}
