import { countableName } from './countable.ts'
import type { AutoRule, CheckName } from './scheme.ts'

/** What each kind of rule does, for the list to choose from. */
export const ruleKindNames: Readonly<Record<AutoRule['kind'], string>> = {
  count: '按次数',
  hours: '按学时',
  coverage: '谈心谈话覆盖',
  rate: '按比率',
  distinct: '按类别数',
  deadline: '按期换届',
  check: '按情况核对',
  tier: '按荣誉级别',
}

export const periodNames = { month: '每月', quarter: '每季度', 'half-year': '每半年', year: '每年' } as const

/** The named checks in words: what has to hold for full points, or has happened for a veto. */
export const checkWords: Readonly<Record<CheckName, string>> = {
  'branch.formalMembers>=3 && branch.members<=50': '正式党员不少于3人、党员不超过50人',
  'branch.formalMembers<7 || (committee.size>=3 && committee.size<=7)': '正式党员满7人的设有3至7人的委员会',
  'groups.count==0 || groups.minSize>=3': '没有党小组，或者每组不少于3人',
  'resolutions.all(hasVoteCounts)': '登记的表决都有票数',
  'roster.requiredFieldsComplete>=0.98': '名册必填项填写率不低于98%',
  'minutes.completeRate>=0.95': '会议记录要素齐全并签字的不低于95%',
  'issues.overdue==0': '没有逾期未整改的问题',
  'election.overdueWithoutApproval': '任期已满没有换届',
}

export const metricNames = { attendanceRate: '平均出勤率', satisfaction: '满意度' } as const
export const subjectNames = { member: '党员', committeeMember: '书记和委员' } as const
export const distinctNames = { fourStudyTier: '“四学”层次', audience: '党员类别' } as const
export const pairNames = {
  'committee-committee': '支委之间',
  'committee-member': '支委与党员之间',
  'member-member': '党员之间',
} as const
export const levelNames = { national: '国家级', provincial: '省级', department: '厅级', unit: '本单位' } as const

const percent = (share: number) => `${Math.round(share * 1000) / 10}%`

/** A rule as one sentence. */
export function ruleText(rule: AutoRule | undefined): string {
  switch (rule?.kind) {
    case undefined:
      return '需人工评定'
    case 'count':
      return `${periodNames[rule.period]}${rule.min}次${countableName(rule.record)}${rule.perGroup ? '（每个党小组）' : ''}${
        rule.deductPerMiss === undefined ? '' : `，缺1次扣${rule.deductPerMiss}分`
      }`
    case 'hours':
      return `${subjectNames[rule.subject]}每年${rule.min}学时`
    case 'coverage':
      return `谈心谈话：${rule.pairs.map((pair) => pairNames[pair]).join('、')}`
    case 'rate':
      return rule.below === undefined
        ? `${metricNames[rule.metric]}${percent(rule.min ?? 0)}以上`
        : `${metricNames[rule.metric]}低于${percent(rule.below)}`
    case 'distinct':
      return `${distinctNames[rule.field]}${rule.min === 'audiencesOnRoster' ? '齐全' : `不少于${rule.min}类`}`
    case 'deadline':
      return `任期${rule.everyYears}年`
    case 'check':
      return checkWords[rule.expr]
    case 'tier':
      return `荣誉按级别计分，最多${rule.cap}分`
  }
}
