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
      { key: 'ended', label: '已终止' },
    ],
    fields: [
      { key: 'talkOn', label: '派人谈话', type: 'date', hint: '收到申请后一个月内（发展党员工作细则第七条）。' },
      { key: 'activistOn', label: '确定为入党积极分子', type: 'date' },
      { key: 'targetOn', label: '确定为发展对象', type: 'date', hint: '积极分子培养教育一年以上（发展党员工作细则第十三条）。' },
      { key: 'trainedOn', label: '短期集中培训', type: 'date' },
      { key: 'reviewedOn', label: '支委会审查、上级预审', type: 'date' },
      { key: 'noticeFrom', label: '接收公示开始', type: 'date' },
      { key: 'noticeTo', label: '接收公示结束', type: 'date' },
      { key: 'groupOpinion', label: '党小组意见（接收）', type: 'longText' },
      { key: 'admittedOn', label: '支部大会接收', type: 'date' },
      { key: 'approvedOn', label: '上级批准接收', type: 'date' },
      { key: 'conversionAppliedOn', label: '本人申请转正', type: 'date' },
      { key: 'conversionGroupOpinion', label: '党小组意见（转正）', type: 'longText' },
      { key: 'extendedOn', label: '支部大会决定延长预备期', type: 'date' },
      {
        key: 'extensionMonths',
        label: '延长',
        type: 'integer',
        unit: '个月',
        min: 1,
        max: 24,
        hint: '只延长一次，不少于半年、不超过一年（发展党员工作细则第三十二条）。',
      },
      { key: 'convertedOn', label: '支部大会讨论转正', type: 'date' },
      { key: 'conversionApprovedOn', label: '上级批准转正', type: 'date' },
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
    ownPage: '/development',
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
      { key: 'candidates', label: '候选人预备人选', type: 'names' },
      { key: 'elected', label: '当选', type: 'names', hint: '大会记录里有票数的，从那里取，不用填。' },
      { key: 'reportedOn', label: '结果报备', type: 'date' },
      { key: 'delay', label: '提前或延期的理由和批准', type: 'longText' },
    ],
    evidence: ['electionFiles', 'approvalDoc', 'ballotTally'],
    ownPage: '/development',
  },
] as const satisfies readonly DossierKind[]
