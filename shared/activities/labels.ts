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
