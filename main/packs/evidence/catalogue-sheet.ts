import writeXlsxFile from 'write-excel-file/node'
import type { DossierSection } from './dossier-layout.ts'
import type { GatheredYear } from './gather.ts'
import type { Section } from './layout.ts'

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

/** One line for each paper, in the order of the folders; 页数 is left to whoever binds them. Dates have eight digits (DA/T 22). */
export async function catalogueXlsx(
  { branch, year }: GatheredYear,
  sections: readonly Section[],
  dossiers: readonly DossierSection[],
): Promise<Uint8Array> {
  const lines = [
    ...sections.flatMap(({ papers, folder }) =>
      papers.map((paper) => ({ ...paper, folder, date: paper.record.activity.date, title: paper.title })),
    ),
    ...dossiers
      .filter(({ kind }) => !kind.isListedOnly)
      .flatMap(({ papers, folder }) =>
        papers.map((paper) => ({ ...paper, folder, date: paper.dossier.date, title: paper.dossier.title })),
      ),
  ]
  const rows = lines.map(({ number, title, date, folder, attachments, remarks }, index) => [
    text(String(index + 1)),
    text(number),
    text(title),
    text(date.replaceAll('-', '')),
    text(branch.shortName),
    text(''),
    text(folder),
    text(String(attachments.length)),
    text(remarks.join('、')),
  ])
  const buffer = await writeXlsxFile(
    [heads.map((head) => text(head, true)), ...rows],
    { sheet: `${year}年目录`, orientation: 'landscape', stickyRowsCount: 1, columns: widths.map((width) => ({ width })) },
    { fontFamily: '宋体', fontSize: 11 },
  ).toBuffer()
  return new Uint8Array(buffer)
}
