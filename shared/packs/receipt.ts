import type { BranchProfile } from '../branch/schema.ts'
import type { DocumentModel } from '../documents/model.ts'
import { chineseDate } from '../kernel/dates.ts'
import type { PackResult } from './schema.ts'

/** What a receipt says of a pack besides the pack's own result. */
export interface ReceiptFacts {
  readonly pack: Pick<PackResult, 'name' | 'files' | 'octets' | 'tagManifestSha256'>
  readonly branch: BranchProfile
  /** `YYYY-MM-DD` */
  readonly date: string
  /** Newest entry of 修改记录: what a whole forged chain cannot match once it stands on signed paper (DESIGN §4). */
  readonly history: { readonly seq: number; readonly hash: string }
}

/** 64 digits in groups of eight, so that two people can read them to each other. */
export const groupedHash = (hash: string) => hash.replace(/(.{8})(?=.)/g, '$1 ')

/** 交接单: name, files, size and fingerprint of a pack, head of the history, two lines to sign. */
export function receiptDocument({ pack, branch, date, history }: ReceiptFacts): DocumentModel {
  const rows: (readonly [string, string])[] = [
    ['材料名称', pack.name],
    ['移交单位', branch.fullName],
    ['接收单位', branch.superiorName],
    ['文件数', `${pack.files} 个`],
    ['总字节数', `${pack.octets.toLocaleString('en-US')} 字节`],
    ['清单校验值', groupedHash(pack.tagManifestSha256)],
    ['修改记录', history.seq === 0 ? '无' : `第 ${history.seq} 条 ${groupedHash(history.hash)}`],
  ]
  return {
    title: [branch.shortName, '材料交接单'],
    formTitle: '',
    titleLabel: '',
    head: [[{ label: '制单日期', value: chineseDate(date) }]],
    bodyLabel: '',
    body: [
      { kind: 'table', head: ['项目', '内容'], rows, widths: [0.2, 0.8], leftColumns: [1] },
      {
        kind: 'paragraph',
        text: '清单校验值是文件 tagmanifest-sha256.txt 的 SHA-256 值，代表全部文件。接收人可按材料里的《校验说明》重新计算，与本单相同，即材料从移交时起没有改动。',
      },
      { kind: 'paragraph', text: '本单一式两份，移交人、接收人各执一份。' },
    ],
    signatures: ['移交人（签字）', '接收人（签字）'],
    recordNumber: '',
  }
}
