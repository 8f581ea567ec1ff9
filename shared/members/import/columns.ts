import type { ColumnAliases } from '../../files/sheet-columns.ts'

/** Columns of a roster and the headers under which offices have them (DOMAIN 7.2). */
export const rosterAliases = {
  number: ['序号', '编号', '顺序号', '排序'],
  name: ['姓名', '党员姓名'],
  branchName: ['所在党支部', '所属党支部', '所在组织', '隶属党组织', '所在支部', '党支部', '支部名称', '所属支部', '党支部名称'],
  idNumber: ['公民身份证号', '公民身份号码', '公民身份证号码', '身份证号', '身份证号码', '身份证', '证件号码'],
  gender: ['性别'],
  ethnicity: ['民族'],
  birthDate: ['出生日期', '出生年月', '出生年月日', '出生时间', '生日'],
  nativePlace: ['籍贯'],
  education: ['学历', '文化程度', '最高学历', '学历学位'],
  category: ['人员类别', '党员类别', '党员类型', '人员类型', '政治面貌'],
  partyState: ['党籍状态'],
  joinedOn: ['加入党组织日期', '入党日期', '入党时间', '加入党组织时间', '加入中国共产党日期', '加入中国共产党时间', '入党年月'],
  fullMemberOn: ['转为正式党员日期', '转正日期', '转正时间', '转为正式党员时间', '转正年月'],
  groupName: ['党小组', '所在党小组', '所属党小组', '党小组名称'],
  partyPost: ['党内职务', '支部职务', '党支部职务', '支委职务'],
  job: ['工作岗位', '职务', '岗位', '职务职级', '行政职务'],
  unit: ['工作单位及职务', '部门', '工作单位', '单位', '所在部门', '科室', '处室', '所在单位'],
  mobile: ['手机号', '手机号码', '手机', '联系电话', '移动电话', '电话', '联系方式'],
  phone: ['固定电话', '办公电话', '座机'],
  address: ['家庭住址', '现居住地', '户籍所在地', '住址', '家庭地址', '居住地址'],
  lostContact: ['是否为失联党员', '是否失联党员', '失联党员'],
  isMobile: ['是否为流动党员', '是否流动党员', '流动党员'],
  destination: ['外出流向', '流动去向', '流向'],
  note: ['备注', '说明'],
} as const satisfies ColumnAliases<string>
export type RosterColumn = keyof typeof rosterAliases

/** Columns of a table of posts and groups. */
export const postsAliases = {
  number: ['序号', '编号'],
  name: rosterAliases.name,
  groupName: rosterAliases.groupName,
  partyPost: [...rosterAliases.partyPost, '职务', '党内职务名称'],
  from: ['任职起', '任职日期', '任职时间', '任职开始', '任职起始', '任职开始日期', '任职起始日期', '任现职时间', '当选日期'],
  to: ['任职止', '任职结束', '任职截止', '免职日期', '免职时间', '任职结束日期', '任职截止日期'],
  leadingCadre: ['是否领导干部', '领导干部', '是否党员领导干部', '是否为领导干部', '党员领导干部'],
  exemption: ['不作硬性要求', '是否不作硬性要求'],
  note: rosterAliases.note,
} as const satisfies ColumnAliases<string>
export type PostsColumn = keyof typeof postsAliases
