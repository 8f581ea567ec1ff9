import type { InspectionKind } from './schema.ts'

export const inspectionKindNames: Record<InspectionKind, string> = {
  missing: '未记录',
  unsigned: '待签字',
  overdue: '到期未办',
  restDay: '休息日开会',
  overlap: '时间重叠',
  twoPlaces: '同一人同时在两处',
  absentActs: '缺席人员有发言或任务',
  sharedText: '内容相同',
}

/** What is looked for, in one sentence below the heading. */
export const inspectionKindNotes: Record<InspectionKind, string> = {
  missing: '按规则应有而没有记录的会议；可以补上纸质记录，或写情况说明。',
  unsigned: '会后超过14天还没有登记签字页的记录。',
  overdue: '议定事项、任务或问题整改过了时限没有登记落实，或会议过了日期没有记录。',
  restDay: '日期是周末或节假日，请核对日期是否写错。',
  overlap: '同一范围或同一地点的两次会议时间有重叠；是同一次会的，可合为一条记录。',
  twoPlaces: '同一个人在重叠的时间里出席了两个地点的会议。',
  absentActs: '列为缺席的人又主持、记录、发言、监票或计票。',
  sharedText: '两次会议记录里有相同的整句，请核对是否为当次会议的内容。',
}
