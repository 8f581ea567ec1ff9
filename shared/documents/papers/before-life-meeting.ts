import { type Collection, collectionCounts, collectionDueOn } from '../../appraisal/collection.ts'
import type { BranchProfile } from '../../branch/schema.ts'
import { type ContentRow, rowsOf } from '../../dossier/field.ts'
import type { Dossier } from '../../dossier/schema.ts'
import { chineseDate } from '../../kernel/dates.ts'
import { paddedName } from '../../kernel/text.ts'
import { type DocumentModel, paper } from '../model.ts'

type Named = Pick<BranchProfile, 'shortName'>

const stateWords = { handedIn: '已交', missing: '', notRequired: '不作硬性要求' } as const

/** Who has handed in 对照检查材料: what is open stays empty, to be ticked by hand. */
export function collectionList(record: Dossier, collection: Collection, branch: Named): DocumentModel {
  const { lines, others } = collection
  const dueOn = collectionDueOn(record)
  const { asked, handedIn, missing } = collectionCounts(collection)
  const rows = [
    ...lines.map((line, at) => [String(at + 1), paddedName(line.name), line.groupName, stateWords[line.state], '']),
    ...others.map((name, at) => [String(lines.length + at + 1), paddedName(name), '', stateWords.handedIn, '']),
  ]
  return paper('sheet', {
    title: [branch.shortName, `${record.forYear}年度组织生活会对照检查材料收集情况`],
    head: [
      [
        ...(dueOn === null ? [] : [{ label: '截止日期', value: chineseDate(dueOn) }]),
        { label: '应交', value: `${asked}名` },
        { label: '已交', value: `${handedIn}名` },
        { label: '未交', value: `${missing}名` },
      ],
    ],
    body: [
      {
        kind: 'table',
        head: ['序号', '姓名', '党小组', '上交情况', '备注'],
        rows,
        widths: [1.4, 2.6, 3, 3.4, 4.4],
        leftColumns: [4],
        rowHeight: 9,
      },
    ],
    recordNumber: record.recordNumber,
  })
}

const textOf = (row: ContentRow, key: string) => (typeof row[key] === 'string' ? row[key].trim() : '')

/** 征求意见汇总表: how many sheets and opinions, then each opinion; never who gave it. */
export function opinionSummaryPaper(record: Dossier, branch: Named): DocumentModel {
  const { opinions, sent, returned, received } = record.content
  const rows = rowsOf(opinions)
  const figure = (label: string, value: unknown, unit: string) =>
    typeof value === 'number' ? [{ label, value: `${value}${unit}` }] : []
  return paper('sheet', {
    title: [branch.shortName, `${record.forYear}年度组织生活会征求意见汇总表`],
    head: [
      [
        { label: '汇总日期', value: chineseDate(record.date) },
        { label: '梳理合并为', value: `${rows.length}条` },
      ],
      [...figure('发放', sent, '份'), ...figure('收回', returned, '份'), ...figure('收集意见', received, '条')],
    ].filter((line) => line.length > 0),
    body: [
      {
        kind: 'table',
        head: ['序号', '意见建议', '对象', '备注'],
        rows: rows.map((row, at) => [String(at + 1), textOf(row, 'text'), textOf(row, 'about'), '']),
        widths: [1.4, 8.4, 3.4, 3],
        leftColumns: [1],
        rowHeight: 11,
      },
    ],
    signatures: ['填表人（签字）', '党支部书记（签字）'],
    recordNumber: record.recordNumber,
  })
}
