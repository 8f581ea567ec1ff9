import type { FollowUp } from '../../activities/follow-ups.ts'
import type { BranchProfile } from '../../branch/schema.ts'
import { chineseDate, type PlainDate } from '../../kernel/dates.ts'
import { type DocumentModel, paper } from '../model.ts'

/** 完成 with its day and words; otherwise whether the day has passed. */
function stateOf({ doneOn, doneNote, dueOn }: FollowUp, today: PlainDate): string {
  if (doneOn) return [`${chineseDate(doneOn)}完成`, doneNote].filter(Boolean).join('，')
  return dueOn && dueOn < today ? '逾期未完成' : '未完成'
}

/** 跟踪清单: what was decided, by whom and until when it is done, and what became of it. In the order given. */
export function followUpList(
  followUps: readonly FollowUp[],
  branch: Pick<BranchProfile, 'shortName'>,
  today: PlainDate,
): DocumentModel {
  return paper('wide', {
    title: [branch.shortName, '议定事项跟踪清单'],
    head: [[{ label: '统计日期', value: chineseDate(today) }]],
    body: [
      {
        kind: 'table',
        head: ['序号', '会议', '议定事项', '责任人', '完成时限', '落实情况'],
        rows: followUps.map((each, i) => [
          String(i + 1),
          `${each.title}（${chineseDate(each.date)}）`,
          each.text,
          each.owner,
          each.dueOn ? chineseDate(each.dueOn) : '',
          stateOf(each, today),
        ]),
        widths: [1.5, 7, 11, 4, 4.6, 6],
        leftColumns: [1, 2, 5],
      },
    ],
  })
}
