import type { BranchProfile } from '../../branch/schema.ts'
import { chineseDate, type PlainDate } from '../../kernel/dates.ts'
import { type Problem, problemStepNames } from '../../rectification/schema.ts'
import { type DocumentModel, paper } from '../model.ts'

const wayOf = ({ steps }: Problem): string =>
  steps.map(({ step, date, by }) => `${chineseDate(date)}${problemStepNames[step]}${by === '' ? '' : `（${by}）`}`).join('；')

const stateOf = ({ stage, isOverdue, closedOn }: Problem): string => {
  if (stage === 'closed') return closedOn === null ? '已销号' : `${chineseDate(closedOn)}销号`
  return `${problemStepNames[stage]}${isOverdue ? '，已过时限' : ''}`
}

/** 问题整改台账 (DOMAIN 5.3): every problem with its measures, and each step with its day and who handled it. In the order given. */
export function problemLedger(
  problems: readonly Problem[],
  year: number,
  branch: Pick<BranchProfile, 'shortName'>,
  today: PlainDate,
): DocumentModel {
  return paper('wide', {
    title: [branch.shortName, `${year}年问题整改台账`],
    head: [[{ label: '统计日期', value: chineseDate(today) }]],
    body: [
      {
        kind: 'table',
        head: ['序号', '来源和编号', '问题', '整改措施', '责任人', '时限', '经过', '进展'],
        rows: problems.map((each, at) => [
          String(at + 1),
          [each.source, each.recordNumber].filter((part) => part !== '').join(' '),
          each.problem,
          each.measure,
          each.owners.join('、'),
          each.dueOn === null ? '' : chineseDate(each.dueOn),
          wayOf(each),
          stateOf(each),
        ]),
        widths: [1.4, 5.6, 5.2, 5.2, 3, 4.3, 6.4, 5],
        leftColumns: [1, 2, 3, 6],
      },
    ],
    signatures: ['填表人（签字）', '党支部书记（签字）'],
  })
}
