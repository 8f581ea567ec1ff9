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
  /** 页数 of the paper and its first page in the bound volume; null where nothing can be printed. */
  readonly pages: PaperPages | null
}

/** Pages counted from 1, the cover's. */
export interface PaperPages {
  readonly start: number
  readonly count: number
}

const field = (label: string, value = ''): FieldLine => [{ label, value }]

/**
 * Cover: whose, which year, how many; who made, reviewed, sent and received it is written by hand.
 *
 * @param pages of the whole volume; null: counted by who binds it
 */
export function packCover({ branch, year, name, madeOn, lines }: PackFront, pages: number | null): DocumentModel {
  return paper('cover', {
    title: [branch.shortName, `${year}年度`, name],
    head: [
      field('单位', branch.fullName),
      field('编制日期', chineseDate(madeOn)),
      field('件数页数', `共${lines.length}件　共${pages ?? '　　　'}页`),
      field('编制人'),
      field('审核人'),
      field('报送日期'),
      field('接收人'),
    ],
    body: [],
  })
}

/** 目录 for whoever checks: in the order of the folders, with 页数 and the page on which each begins. */
export function packCatalogue({ branch, year, name, lines, notices }: PackFront): DocumentModel {
  return paper('wide', {
    title: [branch.shortName, `${year}年度${name}目录`],
    body: [
      {
        kind: 'table',
        head: ['序号', '编号', '材料名称', '形成日期', '页数', '页码', '责任者', '所在文件夹', '备注'],
        rows: [
          ...lines.map(({ number, title, date, folder, remark, pages }, at) => [
            String(at + 1),
            number,
            title,
            date.replaceAll('-', ''),
            pages ? String(pages.count) : '',
            pages ? String(pages.start) : '',
            branch.shortName,
            folder,
            remark,
          ]),
          ...notices.map((band) => ({ band })),
        ],
        widths: [1.1, 1.8, 6.2, 2.2, 1.2, 1.2, 4.3, 4.8, 2.2],
        leftColumns: [2, 7, 8],
      },
    ],
  })
}
