import type { Audience, MeetingPower, Organizer, PartDetails, StudyTier } from './details.ts'
import type { AbsenceReason, ActivityState, Origin, Purpose } from './schema.ts'

/** 类型, as on screen and in titles (DOMAIN 1.3). */
export const purposeNames: Record<Purpose, string> = {
  generalMeeting: '支部党员大会',
  committeeMeeting: '支部委员会会议',
  groupMeeting: '党小组会',
  partyLecture: '党课',
  themedPartyDay: '主题党日',
  organizationalLifeMeeting: '组织生活会',
  democraticAppraisal: '民主评议党员',
  studySession: '集中学习',
}

/** The middle of a record number: 2025-党员大会-02. */
export const purposeNumberNames: Record<Purpose, string> = {
  generalMeeting: '党员大会',
  committeeMeeting: '支委会',
  groupMeeting: '党小组会',
  partyLecture: '党课',
  themedPartyDay: '主题党日',
  organizationalLifeMeeting: '组织生活会',
  democraticAppraisal: '民主评议',
  studySession: '集中学习',
}

export const absenceReasonNames: Record<AbsenceReason, string> = {
  personalLeave: '事假',
  sickLeave: '病假',
  businessTrip: '公出',
  training: '学习培训',
  vacation: '休假',
  familyVisit: '探亲',
  onDuty: '值班',
  secondment: '借调挂职',
  exempt: '不作硬性要求',
  unexcused: '未请假',
  other: '其他原因',
}

export const activityStateNames: Record<ActivityState, string> = {
  planned: '计划',
  toRecord: '待记录',
  toSign: '待签字',
  signed: '已签字',
}

export const originNames: Record<Origin, string> = { typed: '当时记录', fromPaper: '整理录入', imported: '历史导入' }

/** 会议形式 of a 组织生活会 or 民主评议. */
export const meetingFormNames: Record<NonNullable<PartDetails['form']>, string> = {
  generalMeeting: '支部党员大会',
  committeeMeeting: '支部委员会会议',
  groupMeeting: '党小组会',
}

/** 四学机制 (DOMAIN 5.1). */
export const studyTierNames: Record<StudyTier, string> = {
  centreGroupLeads: '理论学习中心组引领学',
  leadersTakeLead: '领导干部带头学',
  branchPromotes: '党支部推动学',
  membersFollow: '党员群众跟进学',
}

/** 分类指导 (DOMAIN 5.2). */
export const audienceNames: Record<Audience, string> = {
  all: '全体党员',
  inService: '机关在职党员',
  retired: '离退休党员',
  youth: '系统青年',
}

export const organizerNames: Record<Organizer, string> = {
  branch: '本支部',
  generalBranch: '党总支',
  organPartyCommittee: '机关党委',
}

/** 支部党员大会的职权 (支部工作条例第十一条), shortened. */
export const meetingPowerNames: Record<MeetingPower, string> = {
  report: '听取和审查支部委员会工作报告',
  election: '选举、推荐',
  membership: '讨论和表决接收、转正、延长预备期、取消预备党员资格',
  discipline: '讨论和决定表彰、组织处置、纪律处分',
  other: '决定其他重要事项',
}
