import { chineseDate } from '../../kernel/dates.ts'
import { paddedName } from '../../kernel/text.ts'
import { type Block, type DocumentModel, paper } from '../model.ts'
import { type BallotItem, ballotItems } from './ballot-items.ts'
import { ballotNames } from './ballots.ts'
import { type PaperSource, partOfSource } from './kinds.ts'
import { sittingName } from './names.ts'

const EMPTY_ROWS = 3
const blank = '　　'

const countsLines = (voters: number, vote: string): Block => ({
  kind: 'fields',
  lines: [
    [
      { label: `应到会有${vote}的党员`, value: voters > 0 ? `${voters}名` : `${blank}名` },
      { label: `实到会有${vote}的党员`, value: `${blank}名` },
    ],
    [
      { label: '发出票数', value: `${blank}张` },
      { label: '收回票数', value: `${blank}张` },
      { label: '有效票数', value: `${blank}张` },
      { label: '无效票数', value: `${blank}张` },
    ],
  ],
})

function tallyTable(item: BallotItem): Block {
  if (item.kind === 'vote') {
    return {
      kind: 'table',
      head: ['意见', '计票（画“正”字）', '票数'],
      rows: ['赞成', '不赞成', '弃权'].map((name) => [name, '', '']),
      widths: [2, 8, 2],
      rowHeight: 22,
    }
  }
  const names = ballotNames(item.election)
  return {
    kind: 'table',
    head: ['姓名', '赞成（画“正”字）', '赞成票', '不赞成票', '弃权票'],
    rows: [
      ...names.map((name) => [paddedName(name), '', '', '', '']),
      { band: '另选他人：' },
      ...Array.from({ length: EMPTY_ROWS }, () => ['', '', '', '', '']),
    ],
    widths: [2.4, 6, 1.6, 1.8, 1.6],
    rowHeight: 13,
  }
}

/** 计票单 for each item that is voted on by ballot: totals only, signed by those who counted. */
export function tallyPapers(source: PaperSource): DocumentModel[] {
  const { activity } = source
  const name = sittingName(activity, partOfSource(source))
  return ballotItems(activity).map((item) =>
    paper('sheet', {
      title: [name, '计票单'],
      head: [
        [{ label: item.kind === 'vote' ? '表决事项' : '选举事项', value: item.title }],
        [{ label: '时间', value: chineseDate(activity.date) }],
      ],
      body: [
        countsLines(item.voters, item.kind === 'vote' ? '表决权' : '选举权'),
        tallyTable(item),
        ...(item.kind === 'vote' && item.vote?.subject !== 'ordinary'
          ? [
              {
                kind: 'label',
                label: '会前正式提出书面意见',
                text: '　　　名，其中赞成　　　，不赞成　　　，弃权　　　。',
              } as const,
            ]
          : []),
      ],
      signatures: ['监票人（签字）', '计票人（签字）'],
    }),
  )
}
