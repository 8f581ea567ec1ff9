import type { ColumnAliases } from '../../files/sheet-columns.ts'

/** Columns of an old ledger of meetings and the headers under which offices have them. */
export const activityAliases = {
  number: ['序号', '编号', '次数'],
  date: ['日期', '会议日期', '活动日期', '召开日期', '会议（活动）日期', '年月日'],
  /** May hold the date as well: 会议时间. */
  time: ['时间', '会议时间', '活动时间', '召开时间', '会议（活动）时间', '起止时间', '日期时间'],
  endTime: ['结束时间'],
  kind: [
    '类别',
    '会议类型',
    '类型',
    '活动类别',
    '会议类别',
    '活动类型',
    '会议（活动）类型',
    '会议（活动）类别',
    '组织生活类型',
    '会议形式',
    '组织生活形式',
  ],
  title: ['会议（活动）名称', '会议名称', '活动名称', '名称', '主题', '会议主题', '活动主题', '会议（活动）主题', '标题'],
  group: ['党小组', '所属党小组', '组别', '党小组名称'],
  place: ['地点', '会议地点', '活动地点', '会议（活动）地点', '召开地点'],
  chair: ['主持人', '主持', '会议主持', '会议主持人'],
  recorder: ['记录人', '记录', '会议记录人', '记录员'],
  lecturer: ['授课人', '主讲人', '主讲', '授课'],
  topic: ['课题', '授课题目', '党课题目'],
  due: ['应到', '应到人数', '应到会人数', '应参加人数', '应出席人数', '应到会', '应参会人数'],
  present: ['实到', '实到人数', '实到会人数', '实际参加人数', '实参加人数', '出席人数', '实到会', '实参会人数'],
  absentees: [
    '缺席人员及原因',
    '缺席及原因',
    '缺席人员',
    '请假人员',
    '缺席情况',
    '缺席人员和原因',
    '请假人员及原因',
    '请假情况',
    '缺席',
    '缺席原因',
    '缺席（请假）人员及原因',
  ],
  invitees: ['列席人员', '列席', '列席人', '列席情况'],
  content: ['主要内容', '会议内容', '内容', '会议议题', '议题', '活动内容', '会议（活动）内容', '主要议题', '会议主要内容'],
} as const satisfies ColumnAliases<string>
export type ActivityColumn = keyof typeof activityAliases
