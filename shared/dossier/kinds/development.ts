import type { DossierKind } from '../kind.ts'

/**
 * 发展党员 and 换届. One record for each person on the way into the Party: dates and facts of the steps, never a scan of the
 * 入党志愿书 or papers of the political review (PRACTICE §6). Votes stay with the meeting that took them.
 */
export const developmentKinds = [
  {
    key: 'developmentCase',
    name: '发展党员',
    numberName: '发展党员',
    page: 'development',
    purpose: '一人一条：从申请入党到转正，每一步的日期和情况。政审材料和入党志愿书不放在这里。',
    dateLabel: '递交申请日期',
    roles: [
      { key: 'applicant', label: '本人', isRequired: true, allowsOthers: true },
      { key: 'mentor', label: '培养联系人', isMany: true },
      { key: 'sponsor', label: '入党介绍人', isMany: true },
    ],
    statuses: [
      { key: 'applicant', label: '入党申请人' },
      { key: 'activist', label: '入党积极分子' },
      { key: 'developmentTarget', label: '发展对象' },
      { key: 'probationaryMember', label: '预备党员' },
      { key: 'formalMember', label: '已转正' },
    ],
    fields: [
      { key: 'talkOn', label: '谈话日期', type: 'date', hint: '收到申请后一个月内派人谈话（发展党员工作细则）。' },
      { key: 'activistOn', label: '确定为积极分子', type: 'date' },
      {
        key: 'targetOn',
        label: '确定为发展对象',
        type: 'date',
        hint: '积极分子培养教育一年以上，方可列为发展对象（发展党员工作细则）。',
      },
      { key: 'noticeFrom', label: '公示开始', type: 'date' },
      { key: 'noticeTo', label: '公示结束', type: 'date' },
      { key: 'admittedOn', label: '支部大会接收', type: 'date' },
      { key: 'approvedOn', label: '上级批准', type: 'date' },
      {
        key: 'convertedOn',
        label: '支部大会讨论转正',
        type: 'date',
        hint: '预备期满一年后及时讨论，不提前；延长的不少于半年、不超过一年。',
      },
      { key: 'groupOpinion', label: '党小组意见', type: 'longText' },
      {
        key: 'steps',
        label: '培养考察经过',
        type: 'rows',
        columns: [
          { key: 'date', label: '日期', type: 'date' },
          { key: 'text', label: '做了什么', type: 'text', isRequired: true },
        ],
      },
    ],
    evidence: ['developmentFiles', 'publicNotice'],
  },
  {
    key: 'branchElection',
    name: '换届和补选',
    numberName: '换届',
    page: 'development',
    purpose: '登记请示、批复、选举和结果报告的日期；票数在选举大会的记录里，不重复填。',
    dateLabel: '选举日期',
    statuses: [
      { key: 'preparing', label: '筹备' },
      { key: 'approved', label: '已批复' },
      { key: 'elected', label: '已选举' },
      { key: 'reported', label: '已报备' },
    ],
    fields: [
      { key: 'sort', label: '类别', type: 'choice', isRequired: true, options: { termElection: '换届', byElection: '补选' } },
      { key: 'requestedOn', label: '报送请示', type: 'date' },
      { key: 'approvedOn', label: '上级批复', type: 'date' },
      { key: 'documentNo', label: '批复文号', type: 'text' },
      { key: 'seats', label: '应选委员', type: 'integer', unit: '名' },
      { key: 'elected', label: '当选', type: 'names' },
      { key: 'reportedOn', label: '结果报备', type: 'date' },
      { key: 'delay', label: '提前或延期的理由和批准', type: 'longText' },
    ],
    evidence: ['electionFiles', 'approvalDoc', 'ballotTally'],
  },
] as const satisfies readonly DossierKind[]
