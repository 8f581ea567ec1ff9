import type { PackProblem, Verdict } from '#shared/packs/schema.ts'

/** To be ticked before every export, word for word (DOMAIN 7.5 item 3). */
export const exportConfirmation =
  '我已确认本次导出内容不含国家秘密、工作秘密和不宜公开的内部信息，移动存储介质为本单位登记的非涉密介质，未在涉密与非涉密计算机之间交叉使用。'

export const verdictWords: Record<
  Verdict['status'],
  { readonly title: string; readonly advice: string; readonly isGood: boolean }
> = {
  valid: { title: '完好', advice: '每个文件都在，内容与文件清单一致。', isGood: true },
  damaged: { title: '有改动', advice: '下列文件与导出时不同。请向报送单位要一份新的，或重新导出。', isGood: false },
  incomplete: { title: '不完整', advice: '缺少下列文件，或文件清单本身不全。请重新复制或重新导出。', isGood: false },
  notABag: { title: '不是材料包', advice: '里面没有文件清单。请选择材料包最外层的文件夹，或材料包的压缩文件。', isGood: false },
}

export const problemWords: Record<PackProblem['problem'], string> = {
  changed: '内容有改动',
  missing: '缺少',
  added: '多出来的文件',
  unsafePath: '文件位置不安全，没有打开',
  malformed: '写法不合要求',
  oxumMismatch: '总数与登记的不一致',
  unreadable: '无法读取',
  unsupported: '本程序不认识',
  remote: '引用了别处的文件',
  notPortable: '名称在其他电脑上可能变样',
}

/** Sorts of rows in a pack, as users call them. */
export const recordKindWords: Record<string, string> = {
  branch: '支部信息',
  group: '党小组',
  person: '党员',
  membership: '组织关系',
  interval: '职务等变动',
  activity: '会议和活动',
  dossier: '其他工作记录',
  attachment: '附件',
  explanation: '情况说明',
  override: '本单位细则',
  ratingScheme: '评定办法',
  assessment: '达标创星自评',
  table: '规则和工作日表',
}

const phases: Record<string, string> = {
  plan: '正在整理清单',
  write: '正在写入',
  writing: '正在写入',
  readBack: '正在读回核对',
  checking: '正在读回核对',
  verify: '正在校验',
  verifying: '正在校验',
  read: '正在读取记录',
  attachments: '正在复制附件',
  measure: '正在逐份排版',
  print: '正在生成整本，请稍候',
}

export function phaseWords(phase: string): string {
  return phases[phase] ?? '正在处理'
}

const units: Record<string, string> = { measure: '份', print: '份', read: '个文件' }

/** What a phase counts; null: octets. */
export const phaseUnit = (phase: string): string | null => units[phase] ?? null

/** What the lists of a pack are called here; the names that other programs give them are none of the user's business. */
export function shownPath(path: string): string {
  if (/^manifest-\w+\.txt$/.test(path)) return `文件清单（${path}）`
  if (/^tagmanifest-\w+\.txt$/.test(path)) return `说明文件清单（${path}）`
  if (path === 'bagit.txt' || path === 'bag-info.txt') return `材料包说明（${path}）`
  return path.replace(/^data\//, '')
}
