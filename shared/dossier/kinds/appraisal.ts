import { gradeNames } from '../../appraisal/grades.ts'
import type { DossierKind } from '../kind.ts'

/** Around 组织生活会 and 民主评议 (PRACTICE §1): what is collected before, and the opinion as a paper of its own after. */
export const appraisalKinds = [
  {
    key: 'opinionSummary',
    name: '征求意见汇总',
    numberName: '征求意见',
    page: 'activities',
    purpose: '组织生活会前征求到的意见，梳理成几条。不记谁提的。',
    looksBack: true,
    fields: [
      { key: 'sent', label: '发放', type: 'integer', unit: '份' },
      { key: 'returned', label: '收回', type: 'integer', unit: '份' },
      { key: 'received', label: '收集意见', type: 'integer', unit: '条', hint: '梳理合并以前的条数；梳理后的逐条填在下面。' },
      {
        key: 'opinions',
        label: '梳理后的意见',
        type: 'rows',
        columns: [
          { key: 'text', label: '意见', type: 'text', isRequired: true },
          { key: 'about', label: '对象', type: 'text' },
        ],
      },
    ],
    evidence: ['summary', 'plan'],
    ownPage: '/appraisal',
  },
  {
    key: 'selfExamination',
    name: '对照检查材料收集',
    numberName: '对照检查',
    page: 'activities',
    purpose: '只登记谁在什么时候交了对照检查材料，不放正文。',
    looksBack: true,
    roles: [{ key: 'member', label: '已交的党员', isMany: true }],
    fields: [{ key: 'due', label: '截止日期', type: 'date' }],
    evidence: ['plan'],
    ownPage: '/appraisal',
    isListedOnly: true,
  },
  {
    key: 'appraisalOpinion',
    name: '民主评议评定意见',
    numberName: '评定意见',
    page: 'activities',
    purpose: '支部委员会或党员大会对每名党员的评定意见，单独成文，有自己的日期。',
    looksBack: true,
    fields: [
      { key: 'meeting', label: '由哪次会议提出', type: 'text' },
      {
        key: 'grades',
        label: '评定意见',
        type: 'rows',
        columns: [
          { key: 'name', label: '姓名', type: 'text', isRequired: true },
          { key: 'grade', label: '等次', type: 'choice', isRequired: true, options: gradeNames },
          { key: 'opinion', label: '评语', type: 'longText', hint: '由支部撰写，可以不填；不填的在纸上手写。' },
          { key: 'toldOn', label: '向本人反馈', type: 'date' },
        ],
      },
    ],
    evidence: ['appraisalSummary', 'appraisalForm'],
    ownPage: '/appraisal',
    isListedOnly: true,
  },
] as const satisfies readonly DossierKind[]
