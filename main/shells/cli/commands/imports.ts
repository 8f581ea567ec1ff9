import type { ImportResult } from '#shared/files/schema.ts'
import type { Command, CommandContext, Outcome } from '../command.ts'

const remarkLines = (title: string, remarks: ImportResult['skipped']) =>
  remarks.length === 0 ? [] : [title, ...remarks.map(({ row, reason }) => `  第 ${row} 行：${reason}`)]

/** An import that took no row at all has been refused, whatever the reasons. */
function outcomeOf(result: ImportResult, unit: string): Outcome {
  const { imported, skipped, warnings } = result
  const lines = [`已导入 ${imported} ${unit}。`, ...remarkLines('未导入：', skipped), ...remarkLines('请核对：', warnings)]
  return { json: { imported, skipped, warnings }, text: lines.join('\n'), exitCode: imported > 0 ? 0 : 2 }
}

const staged = ({ core, arguments: args }: CommandContext) => ({ file: core.staging.fromPath(args.pathOperand(0)).token })

const base = { operands: ['FILE'], options: [], ledger: 'open' } as const

export const importCommands: readonly Command[] = [
  {
    ...base,
    name: 'members import',
    summary: '导入党员花名册（.xlsx）',
    run: async (context) => outcomeOf(await context.client.members.import(staged(context)), '人'),
  },
  {
    ...base,
    name: 'posts import',
    summary: '导入支委会和党小组（.xlsx）',
    run: async (context) => outcomeOf(await context.client.members.importPosts(staged(context)), '人'),
  },
  {
    ...base,
    name: 'activities import',
    summary: '导入三会一课台账（.xlsx）',
    run: async (context) => outcomeOf(await context.client.activities.import(staged(context)), '次'),
  },
]
