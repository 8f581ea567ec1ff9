import type { BranchProfile } from '../../branch/schema.ts'
import { chineseDate, type PlainDate } from '../../kernel/dates.ts'
import { type DocumentModel, type FieldLine, paper } from '../model.ts'

/** What stands before the papers of an evidence pack (DOMAIN 6.3). */
export interface PackFront {
  readonly branch: Pick<BranchProfile, 'shortName' | 'fullName'>
  readonly year: number
  /** 达标创星佐证材料, 佐证材料. */
  readonly name: string
  readonly madeOn: PlainDate
  readonly lines: readonly PackFrontLine[]
  /** What has to be said of the scheme, on every export. */
  readonly notices: readonly string[]
}

/** One paper of the pack. */
export interface PackFrontLine {
  /** Two-level number: D1-02. */
  readonly number: string
  readonly title: string
  readonly date: PlainDate
  readonly folder: string
  readonly remark: string
}

const field = (label: string, value = ''): FieldLine => [{ label, value }]

/** Cover: whose, which year, how many; who made, reviewed, sent and received it is written by hand. Pages are counted by who binds it. */
export function packCover({ branch, year, name, madeOn, lines }: PackFront): DocumentModel {
  return paper('cover', {
    title: [branch.shortName, `${year}年度`, name],
    head: [
      field('单位', branch.fullName),
      field('编制日期', chineseDate(madeOn)),
      field('件数页数', `共${lines.length}件　共　　　页`),
      field('编制人'),
      field('审核人'),
      field('报送日期'),
      field('接收人'),
    ],
    body: [],
  })
}

/** 目录 for whoever checks: in the order of the folders; 页数 is left to whoever binds them. */
export function packCatalogue({ branch, year, name, lines, notices }: PackFront): DocumentModel {
  return paper('wide', {
    title: [branch.shortName, `${year}年度${name}目录`],
    body: [
      {
        kind: 'table',
        head: ['序号', '编号', '材料名称', '形成日期', '页数', '责任者', '所在文件夹', '备注'],
        rows: [
          ...lines.map(({ number, title, date, folder, remark }, at) => [
            String(at + 1),
            number,
            title,
            date.replaceAll('-', ''),
            '',
            branch.shortName,
            folder,
            remark,
          ]),
          ...notices.map((band) => ({ band })),
        ],
        widths: [1.1, 1.8, 7.5, 2.2, 1.2, 3.6, 5, 2.4],
        leftColumns: [2, 6, 7],
      },
    ],
  })
}
