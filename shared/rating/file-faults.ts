import { type InputIssue, issuesText } from '../kernel/input-text.ts'

const common: Readonly<Record<string, string>> = {
  code: '编号',
  stars: '星级',
  version: '版本',
  year: '年度',
  schemeName: '评定办法名称',
}

/** What the fields of a scheme are called on screen. */
const schemeFields: Readonly<Record<string, string>> = {
  ...common,
  notice: '说明',
  bonusCap: '加分上限',
  standard: '达标线',
  levels: '星级',
  minScore: '最低分',
  evidenceKinds: '材料种类',
  categories: '类别',
  weight: '分值',
  indicators: '指标',
  name: '名称',
  points: '分值',
  evidence: '可作依据',
  bonus: '加分项',
  veto: '一票否决或限制项',
  vetoEffect: '后果',
  autoRule: '建议分的算法',
}

/** What the fields of a review file are called on screen. */
const reviewFields: Readonly<Record<string, string>> = {
  ...common,
  formatVersion: '格式版本',
  branchId: '党支部标识',
  branchName: '党支部名称',
  schemeVersion: '评定办法版本',
  reviewedBy: '复核单位',
  reviewedOn: '复核日期',
  items: '各项得分',
  points: '复核得分',
  note: '复核意见',
  total: '总分',
  isNotApplicable: '不适用',
  isTriggered: '是否发生',
}

const isObject = (value: unknown): value is Record<PropertyKey, unknown> => typeof value === 'object' && value !== null

/** `["categories", 0, "indicators", 2, "points"]` → `类别A › 指标A3 › 分值`: an entry by the code it has, else by its place. */
function placeText(path: readonly PropertyKey[], content: unknown, names: Readonly<Record<string, string>>): string {
  const words: string[] = []
  let at = content
  for (const key of path) {
    at = isObject(at) ? at[key] : undefined
    if (typeof key === 'number') {
      const code = isObject(at) ? at['code'] : undefined
      words.push(`${words.pop() ?? ''}${typeof code === 'string' && code !== '' ? code : `第${key + 1}项`}`)
    } else if (Object.hasOwn(names, String(key))) words.push(names[String(key)] ?? '')
  }
  return words.join(' › ')
}

function faultText(issue: InputIssue, content: unknown, names: Readonly<Record<string, string>>): string {
  const path = (issue.path ?? []).map((segment) => (typeof segment === 'object' ? segment.key : segment))
  const place = placeText(path, content, names)
  const isChinese = /\p{Script=Han}/u.test(issue.message)
  // The parameters of a rule have English names in the file alone.
  const reason =
    path.includes('autoRule') && !isChinese ? '本程序没有这种算法，或者缺少要写的内容' : issuesText([{ ...issue, path: [] }])
  return place === '' || issue.code === 'custom' ? reason : `${place}：${reason}`
}

/** Why the content of a scheme's JSON file cannot be taken, one line for each fault, at most ten; places by their Chinese names. */
export function schemeFileFaults(issues: readonly InputIssue[], content: unknown): string[] {
  if (!isObject(content) || !(Object.hasOwn(content, 'categories') || Object.hasOwn(content, 'schemeName')))
    return ['这不是一份评定办法']
  return [...new Set(issues.map((issue) => faultText(issue, content, schemeFields)))].slice(0, 10)
}

/** The same for a superior's review file. */
export const reviewFileFaults = (issues: readonly InputIssue[], content: unknown): string[] =>
  [...new Set(issues.map((issue) => faultText(issue, content, reviewFields)))].slice(0, 10)
