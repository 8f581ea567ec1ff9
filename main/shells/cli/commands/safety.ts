import { AppError } from '#shared/kernel/errors.ts'
import type { CheckResult } from '#shared/ledger/check-schema.ts'
import { ledgerStateCodes } from '#shared/ledger/state-codes.ts'
import { checkUnopened } from '../../../ledger/check/check.ts'
import type { Command, CommandContext, Outcome } from '../command.ts'
import { ensureFolder, writeDocument } from '../files.ts'
import { openOrRefuse } from '../program.ts'
import { lastOf } from '../steps.ts'

const phases: Record<string, string> = {
  database: '数据库',
  history: '修改记录',
  attachments: '附件',
  search: '搜索索引',
  backups: '备份',
  readBack: '读回核对',
  check: '检查备份',
  salvage: '读取',
  index: '重建搜索索引',
}

const missingText = (missing: readonly string[]) =>
  missing.length === 0 ? '' : `\n缺少附件 ${missing.length} 个：${missing.join('、')}`

const backupCommand: Command = {
  name: 'backup',
  operands: [],
  options: ['out'],
  summary: '把全部数据备份到另一个磁盘的文件夹',
  ledger: 'open',
  async run({ core, client, note, signal, arguments: args }) {
    const folder = args.path('out')
    ensureFolder(folder)
    const targetId = core.targets.admit(folder)
    const result = await lastOf(await client.ledger.backup({ targetId }, { signal }), note, phases)
    return { json: result, text: `已备份，含附件 ${result.attachments} 个：${result.path}${missingText(result.missing)}` }
  },
}

const restoreCommand: Command = {
  name: 'restore',
  operands: ['PATH'],
  options: [],
  summary: '从备份恢复；现有数据先另行保留，数据文件夹可以还不存在',
  ledger: 'none',
  async run({ core, client, note, signal, secrets, arguments: args }) {
    const targetId = core.targets.admit(args.pathOperand(0))
    // Who may not see a ledger may not put another in its place either.
    if (core.session.open().state === 'open') await openOrRefuse(core, client, secrets)
    const result = await lastOf(await client.ledger.restore({ targetId }, { signal }), note, phases)
    const { state, directory, detail } = core.session.status()
    if (state !== 'open') throw new AppError(ledgerStateCodes[state], { path: directory, ...detail })
    const kept = result.keptAs === null ? '' : `\n恢复前的数据保留在：${result.keptAs}`
    return {
      json: { directory, ...result },
      text: `已恢复：会议 ${result.activities} 次，党员 ${result.members} 人${kept}${missingText(result.missing)}`,
    }
  },
}

function checkOutcome({ status, findings, checked }: CheckResult, repaired?: readonly string[]): Outcome {
  const head = status === 'ok' ? '检查通过' : '检查发现问题'
  const counted = `记录 ${checked.rows} 行，修改记录 ${checked.historyEntries} 条，附件 ${checked.attachments} 个，备份 ${checked.backups} 份`
  return {
    json: { status, findings, checked, ...(repaired ? { repaired } : {}) },
    text: [
      ...(repaired ?? []).map((text) => `已修复：${text}`),
      `${head}（${counted}）`,
      ...findings.map(({ text, isNote }) => `  ${isNote ? '说明：' : ''}${text}`),
    ].join('\n'),
    exitCode: status === 'ok' ? 0 : 1,
  }
}

async function runCheck({ core, client, note, signal, secrets, arguments: args }: CommandContext): Promise<Outcome> {
  const { state, directory, detail } = core.session.open()
  if (state === 'damaged') return checkOutcome(checkUnopened(directory, String(detail['reason'] ?? '数据已损坏')))
  await openOrRefuse(core, client, secrets)
  if (args.option('repair') === undefined)
    return checkOutcome(await lastOf(await client.ledger.check({}, { signal }), note, phases))
  const { result, repaired } = await lastOf(await client.ledger.repair({}, { signal }), note, phases)
  return checkOutcome(result, repaired)
}

const checkCommand: Command = {
  name: 'check',
  operands: [],
  options: ['repair'],
  summary: '自检：数据库、修改记录、附件、搜索索引、备份；--repair 修复能修复的',
  ledger: 'none',
  run: runCheck,
}

const logCommand: Command = {
  name: 'log',
  operands: [],
  options: ['out'],
  summary: '生成交给维护人员的运行日志，只有数字和代码，没有个人信息',
  ledger: 'none',
  async run({ core, client, arguments: args }) {
    const path = args.path('out')
    // Also of a ledger that cannot be opened: then most of all.
    core.session.open()
    const { token } = await client.ledger.log({})
    const octets = writeDocument(core, token, path)
    return { json: { path, octets }, text: `已写入 ${path}` }
  },
}

const salvageCommand: Command = {
  name: 'salvage',
  operands: [],
  options: ['out'],
  summary: '数据损坏时，把还能读出的内容另存为 JSONL，不改动原文件',
  ledger: 'none',
  async run({ core, client, note, signal, arguments: args }) {
    const folder = args.path('out')
    ensureFolder(folder)
    const targetId = core.targets.admit(folder)
    const result = await lastOf(await client.ledger.salvage({ targetId }, { signal }), note, phases)
    const gaps = result.incomplete.length === 0 ? '' : `\n没有读全：${result.incomplete.join('、')}`
    return { json: result, text: `读出 ${result.rows} 行：${result.path}${gaps}` }
  },
}

export const safetyCommands: readonly Command[] = [backupCommand, restoreCommand, checkCommand, logCommand, salvageCommand]
