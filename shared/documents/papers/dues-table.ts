import type { BranchProfile } from '../../branch/schema.ts'
import { type DuesLine, months, totalSum, yearSum } from '../../dues/dues.ts'
import { monthsDue } from '../../dues/months.ts'
import { paddedName } from '../../kernel/text.ts'
import type { RosterHistory } from '../../members/schema.ts'
import { type DocumentModel, paper } from '../model.ts'

const yuan = (sum: number) => sum.toFixed(2)

/**
 * 党费收缴表 of a year (DOMAIN 8.6): 姓名, 核定, the twelve months, 合计; hung up as 公示 as it is. A month in which somebody did not pay
 * here has a stroke, so that it is not taken for one that is owed.
 *
 * @param roster says who pays here in a month; left out: it is not at hand, and there are no strokes
 */
export function duesTable(
  lines: readonly DuesLine[],
  year: number,
  branch: Pick<BranchProfile, 'shortName'>,
  roster?: Pick<RosterHistory, 'persons' | 'memberships'>,
): DocumentModel {
  const marks = ({ personId, paid }: DuesLine) => {
    // A name that was erased since is no longer in the roster: nothing is known of its months.
    const isKnown = roster?.persons.some(({ id }) => id === personId)
    const due = roster && isKnown ? monthsDue(roster, personId, year) : null
    return months.map((month) => (paid.includes(month) ? '√' : due?.[month - 1] === 'no' ? '—' : ''))
  }
  return paper('wide', {
    title: [branch.shortName, `${year}年党费收缴公示表`],
    body: [
      {
        kind: 'table',
        head: ['序号', '姓名', '核定（元/月）', ...months.map((month) => `${month}月`), '合计（元）'],
        rows: [
          ...lines.map((line, at) => [
            String(at + 1),
            paddedName(line.name),
            line.amount === null ? '' : yuan(line.amount),
            ...marks(line),
            yuan(yearSum(line)),
          ]),
          { band: `合计　${yuan(totalSum(lines))}元` },
        ],
        widths: [11, 24, 28, ...months.map(() => 14), 26],
      },
      { kind: 'paragraph', text: `${roster ? '“√”为已交，“—”为当月不在本支部。' : ''}对以上情况有不同意见的，请向党支部反映。` },
    ],
    signatures: ['经办人（签字）', '党支部书记（签字）'],
  })
}
