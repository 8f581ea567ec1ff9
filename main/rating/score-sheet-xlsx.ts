import type { Row, SheetData } from 'write-excel-file/node'
import { chineseDate } from '#shared/kernel/dates.ts'
import { evidenceText, ownPointsText, remarkText, reviewText } from '#shared/rating/papers/score-sheet.ts'
import {
  basisText,
  categoriesOf,
  isTriggered,
  pointsOfLine,
  type RatingPaperSource,
  starsText,
} from '#shared/rating/papers/source.ts'
import { middle, textCell, yearSheetXlsx } from '../documents/xlsx-sheet.ts'

const left = { ...middle, align: 'left', wrap: true } as const
const bold = { ...left, fontWeight: 'bold' } as const
const heads = ['编号', '指标', '分值', '自评得分', '依据', '说明', '复核得分']

const widths = [8, 26, 8, 10, 40, 40, 10] as const

/** Room to sign by hand. */
const gap = '\u3000'.repeat(12)

const number = (value: number) => ({ type: Number, value, ...middle })
const over = (value: string, style: object = bold): Row => [textCell(value, { ...style, columnSpan: heads.length, height: 21 })]

/** 自评打分表 as XLSX: points are numbers, text stays text, the notice stands below. */
export function scoreSheetXlsx({ branch, rating }: RatingPaperSource): Promise<Uint8Array> {
  const { score, self } = rating
  const persons = `自评日期：${self.to ? chineseDate(self.to) : ''}　自评人员：${self.persons.join('、')}`
  const rows: SheetData = categoriesOf(rating).flatMap(({ code, name, lines }): Row[] => [
    over(`${code} ${name}`),
    ...lines.map((line): Row => {
      const evidence = evidenceText(line)
      const remark = remarkText(line)
      const points = pointsOfLine(line)
      const isNumber = !line.isVeto && line.state !== 'notApplicable' && points !== null
      const review = line.review?.points ?? null
      return [
        textCell(line.code),
        textCell(line.name, left),
        line.isVeto ? textCell('') : number(line.points),
        isNumber ? number(points) : textCell(line.isVeto && !isTriggered(line) ? '未发生' : ownPointsText(line)),
        textCell(evidence, left),
        textCell(remark, left),
        review === null ? textCell(reviewText(line)) : number(review),
      ]
    }),
  ])
  return yearSheetXlsx({
    year: rating.year,
    title: `${branch.shortName}${rating.year}年度“达标创星”自评打分表`,
    heads,
    widths,
    rows: [
      ...rows,
      over(`基础分${score.base}分，加分${score.bonus}分，合计${score.total}分；对应等次：${starsText(rating)}`),
      over(persons, left),
      over(`自评人：${gap}支部书记：${gap}复核人：`, left),
    ],
    foot: `${basisText(rating)}${rating.scheme.notice}`,
    stickyColumns: 2,
  })
}
