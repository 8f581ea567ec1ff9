import type { BranchProfile } from '../../branch/schema.ts'
import { chineseDate } from '../../kernel/dates.ts'
import { chineseOrdinal } from '../../kernel/text.ts'
import { recordNumbersText } from '../../yearbook/record-numbers.ts'
import type { ComparedFigure, Yearbook } from '../../yearbook/schema.ts'
import { type Block, type DocumentModel, paper } from '../model.ts'
import { paragraph, paragraphsOf } from '../paragraphs.ts'

/** `2025-党员大会-01至04`; where no record says it, the page that does. */
export const basisOf = ({ sources, link }: Pick<ComparedFigure, 'sources' | 'link'>): string =>
  recordNumbersText(sources.map(({ recordNumber }) => recordNumber)) || (link === '/members' ? '党员名单' : '')

/** 党建工作台账 2025年 / 2025年上半年. */
export const yearbookTitle = ({ year, span }: Pick<Yearbook, 'year' | 'span'>): string =>
  `${year}年${span === 'half' ? '上半年' : ''}党建工作台账`

function section(title: string, number: number, figures: readonly ComparedFigure[], isCompared: boolean): Block[] {
  const before = isCompared ? ['上年'] : []
  return [
    { kind: 'heading', level: 1, text: `${chineseOrdinal(number)}、${title}` },
    {
      kind: 'table',
      head: ['项目', '数据', ...before, '说明', '依据（记录编号）'],
      rows: figures.map((figure) => [
        figure.label,
        figure.text,
        ...(isCompared ? [figure.before ?? '—'] : []),
        figure.detail,
        basisOf(figure),
      ]),
      widths: [3.2, 1.8, ...before.map(() => 1.6), 4.4, 5],
      leftColumns: isCompared ? [0, 3, 4] : [0, 2, 3],
    },
  ]
}

/** 党建工作台账 on paper (DOMAIN 8.4): ten sections, each number with what it follows from. */
export function yearbookPaper(yearbook: Yearbook, branch: Pick<BranchProfile, 'shortName'>): DocumentModel {
  const isCompared = yearbook.sections.some(({ figures }) => figures.some(({ before }) => before !== null))
  const { problems, nextSteps } = yearbook
  return paper('sheet', {
    title: [branch.shortName, yearbookTitle(yearbook)],
    head: [[{ label: '统计截至', value: chineseDate(yearbook.asOf) }]],
    body: [
      ...yearbook.sections.flatMap(({ title, figures }, at) => section(title, at + 1, figures, isCompared)),
      { kind: 'heading', level: 1, text: `${chineseOrdinal(yearbook.sections.length + 1)}、存在问题和下一步打算` },
      ...(problems.length === 0 ? [] : [{ kind: 'label', label: '存在问题', text: '' } as const]),
      ...problems.map(
        ({ text, source }, at): Block => ({ kind: 'paragraph', text: `${at + 1}. ${text}（${source.recordNumber}）` }),
      ),
      { kind: 'label', label: '下一步打算', text: '', ...(nextSteps.text === '' ? { blankLines: 4 } : {}) },
      ...paragraphsOf(nextSteps.text).map(paragraph),
    ],
    signatures: ['填表人（签字）', '党支部书记（签字）'],
  })
}
