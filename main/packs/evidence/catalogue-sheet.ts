import writeXlsxFile from 'write-excel-file/node'
import type { GatheredYear } from './gather.ts'
import type { AnyPaper } from './indicator-layout.ts'
import { factsOf } from './paper-rows.ts'

/** 归档文件目录 as a table that an archive can go on with. */
export const cataloguePath = '00_目录.xlsx'

const heads = ['序号', '编号', '材料名称', '形成日期', '责任者', '页数', '所在文件夹', '附件', '备注'] as const
const widths = [6, 8, 46, 12, 22, 6, 24, 8, 16]

/** Text only: a title that begins with = stays a title. */
const text = (value: string, isHead = false) => ({
  type: String,
  value,
  wrap: true,
  alignVertical: 'center' as const,
  borderStyle: 'thin' as const,
  ...(isHead ? { fontWeight: 'bold' as const } : {}),
})

/** Across the whole sheet: what has to be said of the scheme. */
const notice = (value: string) => [{ ...text(value), columnSpan: heads.length }, ...heads.slice(1).map(() => null)]

/**
 * One line for each paper, in the order of the folders; 页数 is left to whoever binds them. Dates have eight digits (DA/T 22).
 * What travels as a list only has no line.
 */
export async function catalogueXlsx(
  { branch, year }: GatheredYear,
  papers: readonly AnyPaper[],
  notices: readonly string[],
): Promise<Uint8Array> {
  const lines = papers.filter(({ documents }) => documents.length > 0)
  const rows = lines.map((paper, index) => {
    const { title, date } = factsOf(paper)
    return [
      text(String(index + 1)),
      text(paper.number),
      text(title),
      text(date.replaceAll('-', '')),
      text(branch.shortName),
      text(''),
      text(paper.folder),
      text(String(paper.attachments.length)),
      text(paper.remarks.join('、')),
    ]
  })
  const buffer = await writeXlsxFile(
    [heads.map((head) => text(head, true)), ...rows, ...notices.map(notice)],
    { sheet: `${year}年目录`, orientation: 'landscape', stickyRowsCount: 1, columns: widths.map((width) => ({ width })) },
    { fontFamily: '宋体', fontSize: 11 },
  ).toBuffer()
  return new Uint8Array(buffer)
}
