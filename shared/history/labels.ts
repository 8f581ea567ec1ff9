import {
  absenceReasonNames,
  activityStateNames,
  audienceNames,
  organizerNames,
  originNames,
  purposeNames,
  studyTierNames,
} from '../activities/labels.ts'
import { memberCategoryNames, postNames } from '../members/labels.ts'

/** Tables whose changes are shown, and what one row of each is called. */
export const rowNames: Readonly<Record<string, string>> = {
  activity: '会议',
  part: '内容',
  attendance: '出席',
  resolution: '议定事项',
  dossier: '工作记录',
  attachment: '附件',
  person: '党员信息',
  membership: '党组织关系',
  member_interval: '职务和分组',
}

/** Columns that are shown, by table; those left out are numbers of the program's own. */
export const fieldNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  activity: {
    state: '状态',
    date: '日期',
    start_time: '开始时间',
    end_time: '结束时间',
    place: '地点',
    chair: '主持人',
    recorder: '记录人',
    invitees: '列席',
    closing: '主持人小结',
    origin: '来源',
    deleted_at: '回收站',
    organizer: '组织者',
    joint_with: '联合召开',
    printed_apart: '分别记录',
    adjusted_reason: '因故调整',
    tags: '专项活动',
    pre_check: '会前把关',
    guidance: '会议指导',
    finalized_at: '定稿',
  },
  part: {
    purpose: '类型',
    group_id: '党小组',
    for_year: '归属年度',
    title: '名称',
    due: '应到',
    present: '实到',
    due_voters: '应到会有表决权的党员',
    present_voters: '实到会有表决权的党员',
    opening: '开场报告人数',
    agenda: '议题和内容',
    lecturer: '授课人',
    topic: '主题（课题）',
    hours: '学时',
    audience: '对象',
    study_tier: '四学层级',
    details: '其他内容',
  },
  attendance: { present: '到会', reason: '缺席原因', note: '缺席说明', written_opinion: '书面意见' },
  resolution: { text: '内容', owner: '责任人', due_on: '完成时限', done_on: '完成日期', done_note: '落实情况' },
  dossier: {
    date: '日期',
    end_date: '结束日期',
    for_year: '归属年度',
    title: '名称',
    status: '状态',
    people: '人员',
    content: '内容',
    tags: '专项活动',
    deleted_at: '回收站',
  },
  attachment: { name: '名称', activity_id: '所属会议', dossier_id: '所属记录' },
  person: {
    name: '姓名',
    gender: '性别',
    ethnicity: '民族',
    birth_date: '出生日期',
    education: '学历',
    native_place: '籍贯',
    job: '工作岗位',
    unit: '工作单位',
    declared_category: '人员类别',
    joined_on: '入党日期',
    full_member_on: '转正日期',
    is_mobile: '流动党员',
    mobile_destination: '流向',
    note: '备注',
  },
  membership: { valid_from: '转入日期', valid_to: '转出日期', leave_reason: '离开原因' },
  member_interval: { kind: '类别', value: '内容', title: '名称', valid_from: '开始', valid_to: '结束' },
}

export const intervalKindNames: Readonly<Record<string, string>> = {
  group: '党小组',
  post: '职务',
  exemption: '不作硬性要求',
  votingSuspension: '停止表决权',
  serviceStatus: '在职状况',
  leadingCadre: '领导干部',
}
const serviceNames = { inService: '在职', retired: '退休', veteranRetired: '离休' }

/** Words of closed lists, by `table.column`. */
export const valueNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'activity.state': activityStateNames,
  'activity.origin': originNames,
  'activity.organizer': organizerNames,
  'part.purpose': purposeNames,
  'part.audience': audienceNames,
  'part.study_tier': studyTierNames,
  'attendance.reason': absenceReasonNames,
  'person.gender': { male: '男', female: '女' },
  'person.declared_category': memberCategoryNames,
  'member_interval.kind': intervalKindNames,
  'member_interval.value': { ...postNames, ...serviceNames },
}

/** Columns that hold 0 or 1. */
export const flags: ReadonlySet<string> = new Set([
  'activity.printed_apart',
  'attendance.present',
  'attendance.written_opinion',
  'person.is_mobile',
])

/** Columns that hold an instant or nothing, of which only that it is there is told. */
export const marks: Readonly<Record<string, string>> = {
  'activity.deleted_at': '在回收站',
  'dossier.deleted_at': '在回收站',
  'attachment.dossier_id': '在本条记录',
  'activity.finalized_at': '已定稿',
  'attachment.activity_id': '在本次会议',
  'part.opening': '有',
}
