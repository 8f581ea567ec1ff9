import type { Row, SheetData } from 'write-excel-file/node'
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

const number = (value: number) => ({ type: Number, value, ...middle })
const over = (value: string): Row => [textCell(value, { ...bold, columnSpan: heads.length })]

/** 自评打分表 as XLSX: points are numbers, text stays text, the notice stands below. */
export function scoreSheetXlsx({ branch, rating }: RatingPaperSource): Promise<Uint8Array> {
  const { score } = rating
  const rows: SheetData = categoriesOf(rating).flatMap(({ code, name, lines }): Row[] => [
    over(`${code} ${name}`),
    ...lines.map((line): Row => {
      const points = pointsOfLine(line)
      const isNumber = !line.isVeto && line.state !== 'notApplicable' && points !== null
      const review = line.review?.points ?? null
      return [
        textCell(line.code),
        textCell(line.name, left),
        line.isVeto ? textCell('') : number(line.points),
        isNumber ? number(points) : textCell(line.isVeto && !isTriggered(line) ? '未发生' : ownPointsText(line)),
        textCell(evidenceText(line), left),
        textCell(remarkText(line), left),
        review === null ? textCell(reviewText(line)) : number(review),
      ]
    }),
  ])
  return yearSheetXlsx({
    year: rating.year,
    title: `${branch.shortName}${rating.year}年度“达标创星”自评打分表`,
    heads,
    widths: [8, 24, 8, 10, 40, 36, 10],
    rows: [...rows, over(`基础分${score.base}分，加分${score.bonus}分，合计${score.total}分；对应等次：${starsText(rating)}`)],
    foot: `${basisText(rating)}${rating.scheme.notice}`,
    stickyColumns: 2,
  })
}
