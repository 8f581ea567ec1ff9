import { type DocumentModel, paper, type TableRow } from '../../documents/model.ts'
import { chineseDate } from '../../kernel/dates.ts'
import type { RatingLine } from '../contract.ts'
import { basisText, categoriesOf, isTriggered, pointsOfLine, type RatingPaperSource, starsText } from './source.ts'

/** As many titles of evidence are written out in a cell; of more there stands the first and how many. */
const titlesShown = 2

export function evidenceText({ records, documents }: RatingLine): string {
  if (records.length === 0) return documents.map(({ name }) => name).join('、')
  const titles = records.map(({ title }) => title)
  return titles.length <= titlesShown ? titles.join('；') : `${titles[0]}等${titles.length}份`
}

export function ownPointsText(line: RatingLine): string {
  if (line.isVeto) return isTriggered(line) ? '发生' : '未发生'
  if (line.state === 'notApplicable') return '不适用'
  const points = pointsOfLine(line)
  return points === null ? '' : String(points)
}

/** The superior's column: its points where a review has come back, else room to write. */
export function reviewText(line: RatingLine): string {
  if (line.review === null) return ''
  return line.review.points === null ? '' : String(line.review.points)
}

/** What a person has noted, else why points are not full. */
export function remarkText(line: RatingLine): string {
  if (line.confirmed?.note) return line.confirmed.note
  if (line.isVeto) return ''
  return line.state === 'notApplicable' || pointsOfLine(line) !== line.points ? line.reason : ''
}

/** 自评打分表: 分值, 自评得分 and 复核得分 side by side (DOMAIN 4.1), with what proves each indicator, and the scheme's notice. */
export function scoreSheet({ branch, rating }: RatingPaperSource): DocumentModel {
  const { score, self, scheme } = rating
  const rows = categoriesOf(rating).flatMap(({ code, name, lines }): TableRow[] => [
    { band: `${code} ${name}` },
    ...lines.map((line) => [
      line.code,
      line.name,
      line.isVeto ? '' : String(line.points),
      ownPointsText(line),
      evidenceText(line),
      remarkText(line),
      reviewText(line),
    ]),
  ])
  return paper('wide', {
    title: [branch.shortName, `${rating.year}年度“达标创星”自评打分表`],
    head: [
      [
        { label: '自评日期', value: self.to ? chineseDate(self.to) : '' },
        { label: '自评人员', value: self.persons.join('、') },
      ],
    ],
    body: [
      {
        kind: 'table',
        head: ['编号', '指标', '分值', '自评得分', '依据', '说明', '复核得分'],
        rows: [
          ...rows,
          { band: `基础分${score.base}分，加分${score.bonus}分，合计${score.total}分；对应等次：${starsText(rating)}` },
        ],
        widths: [1.6, 5.6, 1.6, 2.4, 6.6, 7, 2.4],
        leftColumns: [1, 4, 5],
      },
    ],
    signatures: ['自评人', '支部书记', '复核人'],
    remark: `${basisText(rating)}${scheme.notice}`,
  })
}
