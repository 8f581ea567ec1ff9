import writeXlsxFile from 'write-excel-file/node'
import type { PackFront } from '#shared/documents/papers/pack-front.ts'
import type { AnyPaper } from './indicator-layout.ts'

/** 归档文件目录 as a table that an archive can go on with. */
export const cataloguePath = '00_目录.xlsx'

const heads = ['序号', '编号', '材料名称', '形成日期', '责任者', '页数', '合订本页码', '所在文件夹', '附件', '备注'] as const
const widths = [6, 8, 46, 12, 22, 6, 12, 24, 8, 16]

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
const notice = (value: string, columns: number) => [
  { ...text(value), columnSpan: columns },
  ...Array.from({ length: columns - 1 }, () => null),
]

/** 归档文件目录, columns of DA/T 22-2015 in their order; 档号, 文号 and 密级 are the archive's to fill in. */
const archiveHeads = ['序号', '档号', '文号', '责任者', '题名', '日期', '密级', '页数', '备注'] as const
const archiveWidths = [6, 26, 14, 24, 50, 12, 8, 8, 18]

const sheetOf = (
  name: string,
  head: readonly string[],
  widths: readonly number[],
  rows: ReturnType<typeof text>[][],
  notices: readonly string[],
) => ({
  data: [head.map((label) => text(label, true)), ...rows, ...notices.map((each) => notice(each, head.length))],
  sheet: name,
  orientation: 'landscape' as const,
  stickyRowsCount: 1,
  columns: widths.map((width) => ({ width })),
})

/**
 * Two sheets, a line for each paper in the order of the folders: one for whoever checks, one an archive can go on with.
 * 页数 is that of the paper itself, its attachments are counted by hand; dates have eight digits (DA/T 22). What travels as a list only has no line.
 */
export async function catalogueXlsx({ branch, year, lines, notices }: PackFront, papers: readonly AnyPaper[]): Promise<Uint8Array> {
  const attached = new Map(papers.map(({ number, attachments }) => [number, attachments.length]))
  const eight = (date: string) => date.replaceAll('-', '')
  const checked = lines.map(({ number, title, date, folder, remark, pages }, at) => {
    const bound = pages ? [String(pages.count), String(pages.start)] : ['', '']
    const files = String(attached.get(number) ?? 0)
    return [String(at + 1), number, title, eight(date), branch.shortName, ...bound, folder, files, remark].map((each) => text(each))
  })
  const archived = lines.map(({ number, title, date, remark, pages }, at) => {
    const files = attached.get(number) ?? 0
    const remarks = [remark, pages && files > 0 ? `页数不含附件${files}个` : ''].filter((each) => each !== '').join('、')
    const cells = [String(at + 1), '', '', branch.shortName, title, eight(date), '', pages ? String(pages.count) : '', remarks]
    return cells.map((each) => text(each))
  })
  const buffer = await writeXlsxFile(
    [
      sheetOf(`${year}年目录`, heads, widths, checked, notices),
      sheetOf('归档文件目录', archiveHeads, archiveWidths, archived, notices),
    ],
    { fontFamily: '宋体', fontSize: 11 },
  ).toBuffer()
  return new Uint8Array(buffer)
}
