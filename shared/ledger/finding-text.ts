import type { CheckFinding } from './check-schema.ts'

const tableNames: Record<string, string> = {
  branch: '党支部',
  party_group: '党小组',
  person: '党员',
  membership: '组织关系',
  member_interval: '党员的职务、小组或身份',
  activity: '会议',
  part: '会议内容',
  attendance: '出席情况',
  resolution: '决议事项',
  attachment: '附件',
  explanation: '情况说明',
  rule_override: '本单位细则',
  dossier: '工作记录',
  rating_scheme: '评定办法',
  assessment: '达标创星自评',
  reference_table: '参考表',
  history: '修改记录',
  history_payload: '修改记录',
}

const reasons: Record<string, string> = {
  integrity: '数据库内部检查没有通过',
  notOpen: '数据没有能打开',
  brokenReference: '引用的内容不存在',
  chainBroken: '修改记录的链条在这里断开',
  payloadChanged: '修改记录的内容与登记的不一致',
  rowChanged: '在程序之外被修改过',
  rowAdded: '在程序之外被添加',
  rowMissing: '在程序之外被删除',
  attachmentMissing: '附件文件不在了',
  attachmentChanged: '附件文件的内容与存入时不同',
  attachmentUnused: '附件文件夹中有没有被任何记录引用的文件',
  searchIncomplete: '搜索索引不完整',
  searchDamaged: '搜索索引已损坏',
  backupDamaged: '备份已损坏，不能用来恢复',
  backupIncomplete: '备份中缺少附件',
}

/** One finding in Chinese: what, which, how. */
export function findingText({
  kind,
  table,
  id,
  label,
  detail,
  isRepairable,
}: Omit<CheckFinding, 'text' | 'part' | 'isNote'>): string {
  const name = tableNames[table] ?? (table === '' ? '' : `「${table}」`)
  const which = [name, label === '' ? '' : `「${label}」`, id === '' || id === label ? '' : `（${id}）`].join('')
  // SQLite names the table that the row should be in.
  const what = kind === 'brokenReference' ? (tableNames[detail] ?? detail) : detail
  const tail = [what === '' ? '' : `：${what}`, isRepairable ? '。可以修复' : ''].join('')
  return `${which}${which === '' ? '' : ' '}${reasons[kind] ?? kind}${tail}`
}
