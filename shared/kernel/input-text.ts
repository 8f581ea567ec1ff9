import type { ErrorParams } from './errors.ts'

/** The parts of a Standard Schema issue that are used, with what zod adds to them. */
export interface InputIssue {
  readonly message: string
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
  readonly code?: string
  readonly expected?: unknown
  readonly input?: unknown
  readonly minimum?: unknown
  readonly maximum?: unknown
  readonly origin?: unknown
  readonly format?: unknown
  readonly values?: readonly unknown[]
  readonly keys?: readonly string[]
  /** Of an issue of our own: `field`, what the field is called where the path cannot say it; its message names it already. */
  readonly params?: unknown
}

/** What a field of the contract is called on screen. One list, because the same name means the same everywhere. */
const fieldNames: Record<string, string> = {
  absentees: '缺席人员',
  activityId: '记录',
  agenda: '议题',
  attachmentIds: '附件',
  ballots: '票数',
  chair: '主持人',
  closing: '主持人小结',
  content: '内容',
  counts: '人数',
  date: '日期',
  declaredCategory: '人员类别',
  doneNote: '落实情况',
  doneOn: '完成日期',
  draftId: '草稿',
  due: '应到人数',
  dueOn: '完成时限',
  education: '学历',
  endTime: '结束时间',
  ethnicity: '民族',
  file: '文件',
  fonts: '字体',
  format: '文件格式',
  forYear: '归属年度',
  from: '开始日期',
  fullMemberOn: '转正日期',
  fullName: '支部全称',
  gender: '性别',
  groupId: '党小组',
  heading: '标题',
  hours: '学时',
  id: '编号',
  idNumber: '身份证号',
  intervals: '任职和分组',
  invitees: '列席人员',
  isEnabled: '是否使用',
  issued: '发出票数',
  job: '工作岗位',
  joinedOn: '入党日期',
  kind: '种类',
  lateAfterDays: '补录天数',
  leaveReason: '转出原因',
  lecturer: '授课人',
  membership: '组织关系',
  method: '表决方式',
  min: '次数',
  mobile: '手机号码',
  mobileDestination: '流动去向',
  name: '名称',
  nativePlace: '籍贯',
  note: '备注',
  opening: '开场',
  origin: '记录方式',
  outcome: '表决结果',
  owner: '责任人',
  parts: '会议内容',
  period: '期间',
  person: '人员',
  personId: '人员',
  phone: '电话',
  place: '地点',
  position: '顺序',
  post: '职务',
  present: '实到人数',
  purpose: '类型',
  reason: '缺席原因',
  recorder: '记录人',
  resolutions: '决议',
  returned: '收回票数',
  revision: '版本',
  role: '身份',
  ruleId: '规则',
  scopeId: '范围',
  scrutineers: '监票人',
  settings: '设置',
  shortName: '支部简称',
  speaker: '发言人',
  startTime: '开始时间',
  state: '状态',
  style: '版式',
  subject: '表决事项',
  superiorName: '上级党组织',
  targetId: '文件夹',
  tellers: '计票人',
  text: '正文',
  title: '名称',
  to: '结束日期',
  topic: '主题',
  unit: '工作单位',
  valid: '有效票数',
  validFrom: '起始日期',
  validTo: '截止日期',
  value: '内容',
  vote: '表决',
  votesAbstain: '弃权票数',
  votesAgainst: '反对票数',
  votesFor: '赞成票数',
  writtenOpinion: '书面意见',
  writtenOpinions: '书面意见数',
  year: '年度',
}

const keyOf = (segment: PropertyKey | { readonly key: PropertyKey }) => (typeof segment === 'object' ? segment.key : segment)

/** `parts.0.absentees.2.name` → `会议内容第1项 › 缺席人员第3项 › 名称`; a field without a name keeps its own. */
export function fieldText(path: InputIssue['path']): string {
  const words: string[] = []
  for (const segment of path ?? []) {
    const key = keyOf(segment)
    if (typeof key === 'number') words.push(`${words.pop() ?? ''}第${key + 1}项`)
    else words.push(Object.hasOwn(fieldNames, String(key)) ? (fieldNames[String(key)] ?? '') : String(key))
  }
  return words.join(' › ')
}

/** What an issue of our own calls its field; null: the path names it. */
function ownName({ params }: InputIssue): string | null {
  const own = typeof params === 'object' && params !== null && 'field' in params ? params.field : null
  return typeof own === 'string' ? own : null
}

const formatNames: Record<string, string> = { uuid: '编号', date: '日期', time: '时间', regex: '写法' }

const typeNames: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或否',
  object: '一组内容',
  array: '一列内容',
}

/** Why one value cannot be taken, without the name of its field. */
function reasonText(issue: InputIssue): string {
  // Messages of our own schemas are written for the screen already.
  if (/\p{Script=Han}/u.test(issue.message)) return issue.message
  const isCount = issue.origin === 'number' || issue.origin === 'int'
  const unit = issue.origin === 'array' ? '项' : isCount ? '' : '个字'
  switch (issue.code) {
    case 'invalid_type':
      return /received undefined/.test(issue.message) ? '没有填写' : `应为${typeNames[String(issue.expected)] ?? '另一种内容'}`
    case 'too_small':
      if (isCount) return `不能小于 ${String(issue.minimum)}`
      return issue.minimum === 1 && issue.origin === 'string' ? '没有填写' : `至少 ${String(issue.minimum)} ${unit}`
    case 'too_big':
      return isCount ? `不能大于 ${String(issue.maximum)}` : `最多 ${String(issue.maximum)} ${unit}`
    case 'invalid_format':
      return `${formatNames[String(issue.format)] ?? '写法'}不对`
    case 'invalid_value':
      return `只能是 ${(issue.values ?? []).map(String).join('、')}`
    case 'not_multiple_of':
      return '数值的间隔不对'
    case 'unrecognized_keys':
      return `有不认识的内容：${(issue.keys ?? []).join('、')}`
    default:
      return '内容不对'
  }
}

/** One line for each issue, at most twenty: `日期：日期应为真实存在的一天，如 2025-06-27`. */
export function issuesText(issues: readonly InputIssue[]): string {
  const lines = issues.slice(0, 20).map((issue) => {
    const field = ownName(issue) === null ? fieldText(issue.path) : ''
    return field === '' ? reasonText(issue) : `${field}：${reasonText(issue)}`
  })
  return [...new Set(lines)].join('\n')
}

/** Parameters of INPUT_INVALID: the first field as a dotted path and in words, and all issues as lines of text. */
export function inputParams(issues: readonly InputIssue[]): ErrorParams {
  const first = issues[0]
  return {
    path: (first?.path ?? []).map((segment) => String(keyOf(segment))).join('.'),
    field: (first && ownName(first)) ?? fieldText(first?.path),
    issues: issuesText(issues),
    count: issues.length,
  }
}
