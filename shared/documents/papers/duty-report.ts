import type { BranchProfile } from '../../branch/schema.ts'
import type { Dossier } from '../../dossier/schema.ts'
import { chineseDate, type PlainDate } from '../../kernel/dates.ts'
import type { Figure } from '../../yearbook/schema.ts'
import { type Block, type DocumentModel, paper } from '../model.ts'
import { paragraph, paragraphsOf } from '../paragraphs.ts'
import { basisOf } from './yearbook.ts'

/** 「一、组织生活」: a heading of the first level (GB/T 9704). */
const isFirstLevel = (text: string) =>
  /^[一二三四五六七八九十]{1,3}、/u.test(text) && text.length <= 40 && !/[。；！？]$/u.test(text)

/** Text as typed, its headings as headings. */
export const writtenBlocks = (text: string): Block[] =>
  paragraphsOf(text).map((line) => (isFirstLevel(line) ? { kind: 'heading', level: 1, text: line } : paragraph(line)))

/** Whether a 述职 record holds the report itself and not its points alone. */
export const isWrittenReport = ({ content }: Pick<Dossier, 'content'>): boolean =>
  typeof content['text'] === 'string' && paragraphsOf(content['text']).length > 1

/** The duty report as written, in 公文式: title, text, who reports and when. The date of a draft is left to be written by hand. */
export function dutyReportPaper(report: Dossier, branch: Pick<BranchProfile, 'fullName' | 'shortName'>): DocumentModel {
  const text = report.content['text']
  const result = report.content['result']
  const reporter = report.people.find(({ role }) => role === 'reporter')?.name ?? ''
  return paper('letter', {
    title: [branch.fullName || branch.shortName, `书记${report.forYear}年度抓党建工作述职报告`],
    body: [
      ...writtenBlocks(typeof text === 'string' ? text : ''),
      { kind: 'ending', lines: [...(reporter === '' ? [] : [`述职人：${reporter}`]), chineseDate(report.date)] },
      ...(typeof result === 'string' && result !== '' ? [{ kind: 'label', label: '评议结果', text: result } satisfies Block] : []),
    ],
    recordNumber: report.recordNumber,
  })
}

/** 述职报告数据页 (DOMAIN 8.5): each number with the numbers of its records. */
export function dutyFiguresPaper(
  figures: readonly Figure[],
  year: number,
  asOf: PlainDate,
  branch: Pick<BranchProfile, 'shortName'>,
): DocumentModel {
  return paper('sheet', {
    title: [branch.shortName, `书记${year}年度述职数据表`],
    head: [[{ label: '统计截至', value: chineseDate(asOf) }]],
    body: [
      {
        kind: 'table',
        head: ['序号', '项目', '数据', '说明', '依据（记录编号）'],
        rows: figures.map((figure, at) => [String(at + 1), figure.label, figure.text, figure.detail, basisOf(figure)]),
        widths: [1, 3.4, 2, 4, 5],
        leftColumns: [1, 3, 4],
      },
    ],
  })
}
