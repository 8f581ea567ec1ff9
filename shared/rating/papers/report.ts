import { type Block, type DocumentModel, paper } from '../../documents/model.ts'
import { chineseDate } from '../../kernel/dates.ts'
import { tenths } from '../scheme.ts'
import { categoriesOf, isTriggered, pointsOfLine, type RatingPaperSource, starsText } from './source.ts'

const heading = (text: string): Block => ({ kind: 'heading', level: 1, text })
const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const sum = (values: readonly number[]) => values.reduce((all, value) => all + tenths(value), 0) / 10

function periodText({ from, to }: { from: string | null; to: string | null }): string {
  if (from !== null && to !== null && from !== to) return `${chineseDate(from)}至${chineseDate(to)}`
  const day = to ?? from
  return day === null ? '' : chineseDate(day)
}

/**
 * 自评报告 as a letter: who assessed when and by what, points of each category, where points are missing and why, and what a
 * person has written about the year. Facts and figures only; the program writes nothing of its own about anybody's work.
 */
export function selfReport({ branch, rating }: RatingPaperSource): DocumentModel {
  const { year, self, score, scheme } = rating
  const categories = categoriesOf(rating).filter(({ lines }) => lines.some(({ isVeto }) => !isVeto))
  const short = rating.lines.filter(
    (line) => !line.isVeto && !line.isBonus && line.state !== 'notApplicable' && pointsOfLine(line) !== line.points,
  )
  const none = rating.lines.filter(({ state, isVeto }) => state === 'notApplicable' && !isVeto)
  const vetoes = rating.lines.filter((line) => line.isVeto && isTriggered(line))
  const when = periodText(self)
  const who = self.persons.length > 0 ? `参加自评的有${self.persons.join('、')}。` : ''
  return paper('letter', {
    title: [branch.fullName || branch.shortName, '关于', `${year}年度“达标创星”的`, '自评报告'],
    body: [
      ...(branch.superiorName === '' ? [] : [{ kind: 'paragraph' as const, text: `${branch.superiorName}：`, isFlush: true }]),
      heading('一、自评情况'),
      paragraph(
        `本支部${when === '' ? '' : `于${when}`}依据《${scheme.name}》（${scheme.version}版）对${year}年度工作进行了自评。${who}`,
      ),
      paragraph(scheme.notice),
      heading('二、自评结果'),
      paragraph(
        `基础分${score.base}分，加分${score.bonus}分，合计${score.total}分，对应等次：${starsText(rating)}。各类得分如下：`,
      ),
      {
        kind: 'table',
        head: ['类别', '分值', '自评得分', '指标', '已有依据', '缺依据', '不适用'],
        rows: categories.map(({ code, name, lines }) => {
          const own = lines.filter(({ isVeto }) => !isVeto)
          const count = (state: string) => String(own.filter((line) => line.state === state).length)
          return [
            `${code} ${name}`,
            own.every(({ isBonus }) => isBonus) ? `最多${scheme.bonusCap}` : String(sum(own.map(({ points }) => points))),
            String(sum(own.filter(({ state }) => state !== 'notApplicable').map((line) => pointsOfLine(line) ?? 0))),
            String(own.length),
            count('proved'),
            count('unproved'),
            count('notApplicable'),
          ]
        }),
        widths: [4.8, 1.9, 2.6, 1.8, 2.6, 2.3, 2.3],
        leftColumns: [0],
      },
      ...(vetoes.length === 0
        ? [paragraph('一票否决和限制项：未发生。')]
        : [paragraph(`一票否决和限制项：${vetoes.map(({ name }) => name).join('、')}。`)]),
      heading('三、未得满分和不适用的指标'),
      ...(short.length + none.length === 0 ? [paragraph('没有。')] : []),
      ...short.map((line) => {
        const points = pointsOfLine(line)
        const why = line.confirmed?.note || line.reason
        return paragraph(`${line.code} ${line.name}：${points === null ? '待评' : `${points}分`}（满分${line.points}分），${why}。`)
      }),
      ...none.map((line) => paragraph(`${line.code} ${line.name}：不适用，${line.confirmed?.note || line.reason}。`)),
      heading('四、情况说明'),
      ...(self.summary === ''
        ? [{ kind: 'label' as const, label: '', text: '', blankLines: 4 }]
        : self.summary
            .split('\n')
            .filter((text) => text.trim() !== '')
            .map(paragraph)),
      paragraph(`附件：${year}年度“达标创星”自评打分表`),
      { kind: 'ending', lines: [branch.fullName || branch.shortName, self.to ? chineseDate(self.to) : ''] },
    ],
  })
}
