import type { Row } from 'write-excel-file/node'
import type { BranchProfile } from '#shared/branch/schema.ts'
import { yearbookTitle } from '#shared/documents/papers/yearbook.ts'
import { chineseDate } from '#shared/kernel/dates.ts'
import type { ComparedFigure, Yearbook } from '#shared/yearbook/schema.ts'
import { middle, textCell, yearSheetXlsx } from '../documents/xlsx-sheet.ts'

const left = { ...middle, align: 'left', wrap: true } as const
const heads = ['序号', '类别', '项目', '数据', '上年', '说明', '依据（记录编号）']
const widths = [6, 14, 24, 12, 12, 36, 60]

/** A number stays one, so that it can be added up; its unit stands in its format. */
function valueCell({ value, text }: ComparedFigure) {
  if (value === null) return textCell('—')
  if (text.endsWith('%')) return { type: Number, value, format: '0.0%', ...middle }
  const unit = text.replace(/^[\d.]+/u, '')
  const rounded = Math.round(value * 10) / 10
  // One format for all would leave the point of a decimal behind whole numbers.
  return { type: Number, value: rounded, format: `${Number.isInteger(rounded) ? '0' : '0.0'}"${unit}"`, ...middle }
}

/** Members of the roster have no number and are not named on a sheet that is handed in. */
const recordNumbers = ({ sources }: ComparedFigure): string =>
  sources.flatMap(({ recordNumber }) => (recordNumber === '' ? [] : [recordNumber])).join('、')

/** 党建工作台账 as XLSX: the numbers, comparison and record numbers of the screen, all of them. */
export function yearbookXlsx(yearbook: Yearbook, branch: BranchProfile): Promise<Uint8Array> {
  const lines = yearbook.sections.flatMap(({ title, figures }) => figures.map((figure) => ({ title, figure })))
  const numbers = lines.map(
    ({ title, figure }, at): Row => [
      { type: Number, value: at + 1, ...middle },
      textCell(title),
      textCell(figure.label, left),
      valueCell(figure),
      textCell(figure.before ?? '—'),
      textCell(figure.detail, left),
      textCell(recordNumbers(figure) || (figure.link ? '见程序内统计' : ''), left),
    ],
  )
  const words = (title: string, label: string, text: string, basis: string): Row => [
    textCell(''),
    textCell(title),
    textCell(label, left),
    textCell(''),
    textCell(''),
    textCell(text, left),
    textCell(basis, left),
  ]
  const { problems, nextSteps } = yearbook
  return yearSheetXlsx({
    year: yearbook.year,
    title: `${branch.shortName}${yearbookTitle(yearbook)}`,
    heads,
    widths,
    stickyColumns: 3,
    rows: [
      ...numbers,
      ...problems.map(({ text, source }) => words('存在问题', '', text, source.recordNumber)),
      ...(nextSteps.text === '' ? [] : [words('下一步打算', '', nextSteps.text, nextSteps.recordNumber)]),
    ],
    foot: `统计截至${chineseDate(yearbook.asOf)}。数据由已登记的记录算出；没有记录的写“—”。`,
  })
}
