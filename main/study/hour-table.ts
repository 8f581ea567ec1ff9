import writeXlsxFile, { type Row, type SheetData } from 'write-excel-file/node'
import type { BranchProfile } from '#shared/branch/schema.ts'
import { chineseDate } from '#shared/kernel/dates.ts'
import { memberCategoryNames } from '#shared/members/labels.ts'
import type { HourReport } from '#shared/study/contract.ts'
import { printSetup } from '../documents/xlsx-print.ts'

const heads = ['姓名', '类别', '目标', '集中学习', '专题培训', '上级培训', '线上', '自学（计）', '合计', '差额', '干部学时（另计）']
const widths = [12, 12, 10, 11, 11, 11, 10, 11, 10, 10, 16]
const line = { borderColor: '#000000', borderStyle: 'thin' } as const
const middle = { align: 'center', alignVertical: 'center', ...line } as const

/** Text stays text, also when it begins with = + - or @: the type is declared, never guessed. */
const text = (value: string, style: object = middle) => ({ type: String, value, ...style })
const number = (value: number) => ({ type: Number, value, format: '0.0', ...middle })

/** 学习学时统计 (DOMAIN 8.3) with the numbers of the screen: A4 landscape, one page wide, the head on every page. */
export async function hourTableXlsx(report: HourReport, branch: BranchProfile): Promise<Uint8Array> {
  const { year } = report
  const wide = (value: string, style: object): Row => [text(value, { ...style, columnSpan: heads.length })]
  const data: SheetData = [
    wide(`${branch.shortName}${year}年党员学时统计表`, { align: 'center', alignVertical: 'center', fontSize: 18, height: 36 }),
    heads.map((head) => text(head, { ...middle, fontWeight: 'bold', wrap: true })),
    ...report.lines.map(
      ({ name, category, target, hours, total, missing }): Row => [
        text(name),
        text(memberCategoryNames[category]),
        target === null ? text('不作要求') : number(target),
        number(hours.group),
        number(hours.training),
        number(hours.superiorTraining),
        number(hours.online),
        number(hours.selfStudy),
        number(total),
        target === null || !report.showsShortfall ? text('—') : number(missing),
        number(hours.cadre),
      ],
    ),
    wide(`统计截至${chineseDate(report.asOf)}。集中学习按会议的出席登记计算，一次会议每人只计一次；干部学时另计，不计入合计。`, {
      align: 'left',
      alignVertical: 'center',
      wrap: true,
      height: 32,
    }),
  ]
  const buffer = await writeXlsxFile(
    data,
    {
      sheet: `${year}年`,
      orientation: 'landscape',
      stickyRowsCount: 2,
      stickyColumnsCount: 1,
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
