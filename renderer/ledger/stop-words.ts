import type { LedgerState } from '#shared/ledger/schema.ts'

/** States of the ledger at which the program stops with a screen of its own. */
export type StopState = Exclude<LedgerState, 'open' | 'notFound'>

/** The stop in a few words; path and details follow below. */
export const stopTitles: Record<StopState, string> = {
  inUse: '数据文件夹正在被另一个窗口使用',
  newer: '数据由更新版本的程序建立',
  foreign: '这个文件夹里不是本程序的数据',
  damaged: '数据已损坏，没有打开',
  diskError: '读写磁盘出错，数据没有打开',
  readOnly: '数据文件夹不能写入',
  noSpace: '磁盘空间不足',
  migrationFailed: '数据没有能升级到本程序的版本',
}

/** What stays as it is; told at every stop, because a stop frightens. */
export const stopAssurance: Record<StopState, string> = {
  inUse: '两个窗口同时写入会弄乱数据，所以这里没有打开。',
  newer: '本程序没有读写这些数据，它们保持原样。',
  foreign: '本程序没有改动这个文件夹里的任何文件。',
  damaged: '本程序没有改动或删除任何文件。可以从下面的备份恢复。',
  diskError: '数据未必损坏：请先检查硬盘或 U 盘是否接好，再重试。本程序没有改动或删除任何文件。',
  readOnly: '数据还在原处，没有改动。',
  noSpace: '数据还在原处，没有改动。',
  migrationFailed: '升级已全部撤回，数据和升级前一样。',
}
