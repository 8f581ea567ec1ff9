import type { Content } from '#shared/dossier/field.ts'
import type { Dossier } from '#shared/dossier/schema.ts'
import { newId } from '#shared/kernel/ids.ts'
import type { Figure } from '#shared/yearbook/schema.ts'

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

/** A 述职 written in full. */
export const dutyReport = record({
  kind: 'dutyReport',
  date: '2025-12-26',
  recordNumber: '2025-述职报告-01',
  people: [{ personId: null, name: '张三', role: 'reporter' }],
  content: {
    text: [
      '一、履职情况',
      '2025年召开支部党员大会4次、支部委员会会议11次、党小组会24次，讲党课2次，开展主题党日12次。',
      '集中学习12次，党员人均学时41.5学时。',
      '二、存在问题',
      '党小组会质量不平衡，有的小组讨论不深。',
      '特色项目推进不快。',
      '三、下一步打算',
      '每季度在党员大会上通报一次整改情况。',
    ].join('\n'),
    result: '满意',
  },
})

const sources = (kind: string, count: number) =>
  Array.from({ length: count }, (_, i) => ({
    type: 'activity' as const,
    id: newId(),
    recordNumber: `2025-${kind}-${String(i + 1).padStart(2, '0')}`,
    date: '2025-03-01',
    title: '',
  }))

/** Numbers of the page behind it. */
export const dutyFigures: readonly Figure[] = [
  { key: 'a', label: '支部党员大会', value: 4, text: '4次', detail: '', sources: sources('党员大会', 4), link: null },
  { key: 'b', label: '支部委员会会议', value: 11, text: '11次', detail: '应开12次', sources: sources('支委会', 11), link: null },
  { key: 'c', label: '党员出勤率', value: 0.96, text: '96.0%', detail: '不含不作硬性要求的', sources: [], link: '/members' },
]

/** 整改回复 on what a superior has found. */
export const rectificationReply = record({
  kind: 'rectificationReply',
  date: '2025-09-10',
  recordNumber: '2025-自查回复-01',
  title: '上半年党建督查反馈问题整改情况的报告',
  content: {
    sort: 'reply',
    receiver: '某局直属机关党委',
    text: '',
    replies: [
      {
        problem: '党小组会记录过于简单',
        measure: '每次记录发言要点，组长当场核对。',
        owner: '孙八、周九',
        due: '2025-08-31',
        done: '7月起两个小组的记录都有发言要点。',
        recordNumber: '2025-党小组会-13',
      },
      { problem: '外勤党员补学不及时', measure: '回来三周内补学。', owner: '李四', due: '2025-09-30', done: '', recordNumber: '' },
    ],
  },
})
