import type { BranchProfile } from '../../branch/schema.ts'
import { type ContentRow, rowsOf } from '../../dossier/field.ts'
import type { Dossier } from '../../dossier/schema.ts'
import { chineseDate, isPlainDate } from '../../kernel/dates.ts'
import { type Block, type DocumentModel, type Field, paper } from '../model.ts'
import { writtenBlocks } from './duty-report.ts'

const textIn = (values: ContentRow | Dossier['content'], key: string): string => {
  const value = values[key]
  return typeof value === 'string' ? value.trim() : ''
}

/** 《半年自查表》 as a sheet of its own: what the rule asks, what the records say, and room for what the branch finds. */
export function selfCheckPaper(check: Dossier, branch: Pick<BranchProfile, 'shortName'>): DocumentModel {
  const { content } = check
  const asOf = textIn(content, 'asOf')
  const text = textIn(content, 'text')
  const facts: readonly Field[] = [
    { label: '报送单位', value: textIn(content, 'receiver') },
    { label: '填表日期', value: chineseDate(check.date) },
    { label: '记录截至', value: isPlainDate(asOf) ? chineseDate(asOf) : '' },
  ]
  const written: Block[] = text === '' ? [] : [{ kind: 'label', label: '主要内容', text: '' }, ...writtenBlocks(text)]
  return paper('wide', {
    title: [branch.shortName, check.title],
    head: [facts.filter(({ value }) => value !== '')],
    body: [
      {
        kind: 'table',
        head: ['序号', '项目', '要求', '记录情况', '自查意见'],
        rows: rowsOf(content['checks']).map((row, at) => [
          String(at + 1),
          ...['item', 'wanted', 'found', 'result'].map((key) => textIn(row, key)),
        ]),
        widths: [1.4, 4.2, 8, 8, 7],
        leftColumns: [1, 2, 3, 4],
      },
      ...written,
    ],
    signatures: ['填表人（签字）', '党支部书记（签字）'],
    recordNumber: check.recordNumber,
  })
}
