import type { Part } from '../activities/schema.ts'
import { teamGradeNames, teamGrades } from '../appraisal/grades.ts'
import { paddedName } from '../kernel/text.ts'
import type { Block } from './model.ts'
import { labelled, paragraphsOf } from './paragraphs.ts'
import { wordings } from './wording.ts'

/** 整改清单 of a 组织生活会. */
export function rectificationBlocks(part: Part): Block[] {
  const { rectifications = [] } = part.details ?? {}
  if (rectifications.length === 0) return []
  return [
    { kind: 'label', label: '整改清单', text: '' },
    {
      kind: 'table',
      head: ['序号', '问题', '责任人', '整改措施', '时限', '完成情况'],
      rows: rectifications.map(({ problem, owner, measure, due, done }, i) => [String(i + 1), problem, owner, measure, due, done]),
      widths: [31, 109, 44, 132, 70, 54],
      leftColumns: [1, 3],
    },
  ]
}

/** The anonymous appraisal as totals; the committee's opinion is a paper of its own (sample 3.5.7). */
export function appraisalBlocks(part: Part): Block[] {
  const { ballots, tallies = [], teamTally, result = '' } = part.details ?? {}
  const forms: Block[] = ballots
    ? [
        {
          kind: 'label',
          label: '民主测评',
          text: `采取无记名方式，发出测评表${ballots.issued}份，收回${ballots.returned}份，有效${ballots.valid}份。`,
        },
      ]
    : []
  const table: Block[] =
    tallies.length > 0
      ? [
          { kind: 'label', label: '测评结果汇总', text: '' },
          {
            kind: 'table',
            head: ['姓名', '优秀', '合格', '基本合格', '不合格'],
            note: '（评定意见见另件）',
            rows: tallies.map(({ name, excellent, qualified, basic, unqualified }) => [
              paddedName(name),
              ...[excellent, qualified, basic, unqualified].map(String),
            ]),
            widths: [3, 2, 2, 2, 2],
          },
        ]
      : []
  const team: Block[] = teamTally
    ? [
        {
          kind: 'label',
          label: '党支部班子测评',
          text: `${teamGrades.map((grade) => `${teamGradeNames[grade]}${teamTally[grade]}票`).join('，')}。`,
        },
      ]
    : []
  return [...forms, ...table, ...team, ...paragraphsOf(result).map((text): Block => ({ kind: 'paragraph', text }))]
}

/** 落实情况（会后填写）, 事前研究 of a themed day: the first with room for handwriting where nothing is known yet. */
export function followUpBlocks(part: Part): Block[] {
  const { followUp: label } = wordings[part.purpose]
  const { followUp = '', plannedBy = '' } = part.details ?? {}
  if (label === '') return []
  const asked = part.resolutions.length > 0
  const told = labelled(label, followUp)
  return [
    ...(told.length > 0 ? told : asked ? [{ kind: 'label', label, text: '', blankLines: 1 } as const] : []),
    ...labelled('事前研究', plannedBy),
  ]
}

/** 学时：2学时（陈丙、卫戊月底前补学） */
export function hoursBlocks(part: Part): Block[] {
  const { hours: label } = wordings[part.purpose]
  const { makeUp = '' } = part.details ?? {}
  const hours = part.hours ? `${part.hours}学时` : ''
  const text = `${hours}${makeUp ? `（${makeUp}）` : ''}`
  return label && text ? [{ kind: 'label', label, text }] : []
}
