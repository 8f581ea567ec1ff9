import { format, parseISO } from 'date-fns'
import type { BackupReason } from '#shared/ledger/backup-schema.ts'
import type { LedgerWarning } from '#shared/ledger/schema.ts'

export const reasonWords: Record<BackupReason, string> = {
  close: '关闭时',
  migration: '升级前',
  restore: '恢复前',
  import: '导入前',
  repair: '修复前',
  manual: '手动',
}

export const warningWords: Record<LedgerWarning, string> = {
  networkFolder: '数据文件夹在网络位置上，断网或两台电脑同时打开可能损坏数据。请把它移到本机磁盘。',
  syncedFolder: '数据文件夹在网盘的同步文件夹里，同步程序可能复制到写了一半的数据。请把它移到同步文件夹之外。',
  historyTail: '最近一条修改记录与登记的不一致，数据可能在程序之外被改动过。请做一次自检。',
  clockBehind:
    '电脑的日期比最近一条修改记录还早，日期可能设错了。请核对电脑的日期和时间，改正后重新打开程序；在这之前，提醒和逾期会按错误的日期计算。',
}

const phases: Record<string, string> = {
  database: '正在处理数据库',
  history: '正在核对修改记录',
  attachments: '正在处理附件',
  search: '正在检查搜索索引',
  index: '正在重建搜索索引',
  backups: '正在检查备份',
  readBack: '正在读回核对',
  check: '正在检查备份',
  salvage: '正在读取',
}

export const phaseText = (phase: string | undefined) => (phase === undefined ? '正在准备' : (phases[phase] ?? '正在处理'))

/** `今天 9:12`, `1月8日 16:30`, `2025年12月30日 16:30`. */
export function momentText(iso: string, today: string): string {
  const date = parseISO(iso)
  if (format(date, 'yyyy-MM-dd') === today) return `今天 ${format(date, 'H:mm')}`
  return format(date, format(date, 'yyyy') === today.slice(0, 4) ? 'M月d日 H:mm' : 'yyyy年M月d日 H:mm')
}

/** One line of the top bar, and whether it wants something done. */
export function safetyText(
  safety: { lastBackupAt: string | null; needsOutside: boolean; isShrunk: boolean; failure: string | null },
  today: string,
): { readonly text: string; readonly isUrgent: boolean } {
  if (safety.failure !== null) return { text: '上次自动备份没有成功', isUrgent: true }
  if (safety.isShrunk) return { text: '最近的备份明显变小，请核对', isUrgent: true }
  if (safety.needsOutside) return { text: '已有 30 天没有备份到 U 盘', isUrgent: true }
  if (safety.lastBackupAt === null) return { text: '还没有备份', isUrgent: false }
  return { text: `${momentText(safety.lastBackupAt, today)} 已备份`, isUrgent: false }
}
