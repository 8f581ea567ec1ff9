import type { BranchProfile } from '../branch/schema.ts'
import type { DocumentModel } from '../documents/model.ts'
import { chineseDate } from '../kernel/dates.ts'
import { groupedHash } from '../packs/receipt.ts'
import type { HandoverFacts, HandoverPeople } from './schema.ts'

export interface HandoverListFacts {
  readonly branch: Pick<BranchProfile, 'fullName' | 'shortName'>
  /** `YYYY-MM-DD` */
  readonly date: string
  readonly facts: HandoverFacts
  readonly people: HandoverPeople
  /** Where the copy was written; empty before. */
  readonly path: string
}

/** 移交清单 (DOMAIN 3.2: 手册随书记更替移交): what is there by number, room for paper files, lines to sign with blank dates. */
export function handoverDocument({ branch, date, facts, people, path }: HandoverListFacts): DocumentModel {
  const { seq, hash } = facts.head
  return {
    title: [branch.shortName, '党务资料移交清单'],
    formTitle: '',
    titleLabel: '',
    head: [[{ label: '党支部', value: branch.fullName, wide: true }], [{ label: '制单日期', value: chineseDate(date) }]],
    bodyLabel: '',
    body: [
      { kind: 'heading', level: 1, text: '一、电子资料' },
      {
        kind: 'table',
        head: ['序号', '内容', '数量', '说明'],
        rows: facts.lines.map(({ name, count, unit, note }, index) => [String(index + 1), name, `${count} ${unit}`, note]),
        widths: [0.1, 0.4, 0.2, 0.3],
        leftColumns: [1, 3],
      },
      ...(path === '' ? [] : [{ kind: 'paragraph' as const, text: `数据已复制到：${path}` }]),
      { kind: 'paragraph', text: `移交人电脑的数据文件夹里另有自动备份 ${facts.backups} 份，不随数据复制。` },
      // Groups of digits are no running text: spread to the full line they would tear the words apart.
      {
        kind: 'fields',
        lines: [
          [{ label: '修改记录', value: seq === 0 ? '无' : `截至第 ${seq} 条，以后可据此核对移交前的记录有没有被改动` }],
          ...(seq === 0 ? [] : [[{ label: '校验值', value: groupedHash(hash) }]]),
        ],
      },
      { kind: 'heading', level: 1, text: '二、纸质资料和其他物品（手工填写）' },
      {
        kind: 'table',
        head: ['序号', '名称', '数量', '说明'],
        rows: Array.from({ length: 6 }, (_, index) => [String(index + 1), '', '', '']),
        widths: [0.1, 0.4, 0.2, 0.3],
        leftColumns: [1, 3],
        rowHeight: 9,
      },
      { kind: 'paragraph', text: '以上资料已当面点清。本清单一式三份，移交人、接收人各执一份，支部存档一份。' },
      {
        kind: 'table',
        head: ['', '姓名', '签字', '日期'],
        rows: [
          ['移交人', people.from, '', ''],
          ['接收人', people.to, '', ''],
          ...(people.witness === '' ? [] : [['监交人', people.witness, '', '']]),
        ],
        widths: [0.15, 0.25, 0.35, 0.25],
        rowHeight: 12,
      },
    ],
    signatures: [],
    layout: 'sheet',
    recordNumber: '',
  }
}
