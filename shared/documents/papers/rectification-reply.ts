import type { BranchProfile } from '../../branch/schema.ts'
import { type ContentRow, rowsOf } from '../../dossier/field.ts'
import type { Dossier } from '../../dossier/schema.ts'
import { chineseDate, isPlainDate } from '../../kernel/dates.ts'
import { chineseOrdinal } from '../../kernel/text.ts'
import { type Block, type DocumentModel, paper } from '../model.ts'
import { writtenBlocks } from './duty-report.ts'

const textIn = (row: ContentRow, key: string): string => {
  const value = row[key]
  return typeof value === 'string' ? value.trim() : ''
}

function replyBlocks(row: ContentRow, at: number): Block[] {
  const due = textIn(row, 'due')
  const lines: readonly [string, string][] = [
    ['整改措施', textIn(row, 'measure')],
    ['责任人', textIn(row, 'owner')],
    ['时限', isPlainDate(due) ? chineseDate(due) : ''],
    ['完成情况', textIn(row, 'done')],
  ]
  return [
    { kind: 'heading', level: 1, text: `${chineseOrdinal(at + 1)}、${textIn(row, 'problem')}` },
    ...lines.flatMap(([label, text]): Block[] => (text === '' ? [] : [{ kind: 'paragraph', text: `${label}：${text}` }])),
  ]
}

/** 整改回复 in 公文式: to whom, each problem with its measures and what was done, the branch and the day. */
export function rectificationReplyPaper(reply: Dossier, branch: Pick<BranchProfile, 'fullName' | 'shortName'>): DocumentModel {
  const { receiver, text, replies } = reply.content
  const name = branch.fullName || branch.shortName
  return paper('letter', {
    title: [name, `关于${reply.title.replace(/^关于/u, '')}`],
    body: [
      ...(typeof receiver === 'string' && receiver !== ''
        ? [{ kind: 'paragraph', text: `${receiver}：`, isFlush: true } satisfies Block]
        : []),
      ...writtenBlocks(typeof text === 'string' && text !== '' ? text : '现将问题整改情况报告如下：'),
      ...rowsOf(replies).flatMap(replyBlocks),
      { kind: 'ending', lines: [name, chineseDate(reply.date)] },
    ],
    recordNumber: reply.recordNumber,
  })
}
