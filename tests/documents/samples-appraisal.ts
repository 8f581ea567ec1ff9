import type { PaperSource } from '#shared/documents/papers/kinds.ts'
import type { Content } from '#shared/dossier/field.ts'
import type { Dossier } from '#shared/dossier/schema.ts'
import { newId } from '#shared/kernel/ids.ts'
import { problemOf } from '#shared/rectification/problems.ts'
import { memberNames } from './sample-branch.ts'
import { democraticAppraisal, organizationalLife } from './samples-january.ts'
import { sourceOf } from './samples-papers.ts'

const record = (given: Pick<Dossier, 'kind' | 'date' | 'recordNumber'> & { content: Content } & Partial<Dossier>): Dossier => ({
  id: newId(),
  revision: 1,
  endDate: null,
  forYear: 2025,
  title: '',
  status: '',
  people: [],
  tags: [],
  links: [],
  origin: 'typed',
  enteredOn: given.date,
  isLate: false,
  hasSealed: false,
  attachments: [],
  ...given,
})

const best = ['张三', '李四', '孙八', '郑甲']

/** The 评定意见 of sample 3.5.7: 13 formal members, four of them 优秀. */
export const opinion = record({
  kind: 'appraisalOpinion',
  date: '2026-01-19',
  recordNumber: '2026-评定意见-01',
  content: {
    meeting: '支部委员会2026年1月19日会议',
    grades: memberNames
      .filter((name) => name !== '卫戊')
      .map((name) => ({ name, grade: best.includes(name) ? 'excellent' : 'qualified', toldOn: '2026-01-23' })),
  },
})

export const tallies = democraticAppraisal.parts[0]?.details?.tallies ?? []

/** 征求意见汇总 before the 组织生活会 of sample 3.5.6. */
export const gathered = record({
  kind: 'opinionSummary',
  date: '2025-12-19',
  recordNumber: '2025-征求意见-01',
  content: {
    sent: 20,
    returned: 20,
    received: 8,
    opinions: [
      { text: '特色项目推进不快', about: '支部委员会' },
      { text: '党小组会质量不平衡，有的小组讨论不深，发言集中在少数党员', about: '党小组' },
      { text: '到窗口调查研究不够', about: '支部委员会' },
    ],
  },
})

/** 对照检查材料 as it is being collected: two are missing. */
export const collected = record({
  kind: 'selfExamination',
  date: '2026-01-05',
  recordNumber: '2026-对照检查-01',
  people: memberNames
    .filter((name) => name !== '褚丁' && name !== '吴十')
    .map((name) => ({ personId: null, name, role: 'member' })),
  content: { due: '2026-01-12' },
})

const closed = record({
  kind: 'inspectionFinding',
  date: '2026-01-16',
  recordNumber: '2026-问题整改-01',
  status: 'closed',
  people: [{ personId: null, name: '王五', role: 'owner' }],
  content: {
    source: 'organizationalLifeMeeting',
    problem: '特色项目推进不快',
    measure: '制定季度计划',
    steps: [
      { step: 'found', date: '2026-01-16' },
      { step: 'rectifying', date: '2026-02-10' },
      { step: 'rechecked', date: '2026-03-27' },
      { step: 'closed', date: '2026-03-31' },
    ],
  },
})

/** The meeting of sample 3.5.6 with one line of its 整改清单 followed up to 销号. */
export const withProblems: PaperSource = { ...sourceOf(organizationalLife), problems: [problemOf(closed, '2026-04-10')] }
