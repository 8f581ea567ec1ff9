import { inspectionKindNames } from '#shared/inspection/labels.ts'
import { nothingFound } from '#shared/inspection/sheet.ts'
import type { Command } from '../command.ts'

export const inspectCommand: Command = {
  name: 'inspect',
  operands: [],
  options: ['year'],
  summary: '迎检自查：一年的记录缺什么、哪里自相矛盾',
  ledger: 'open',
  async run({ client, arguments: args }) {
    const { year, asOf, findings } = await client.inspection.run({ year: args.year() })
    const lines = findings.map(({ kind, text }) => `${inspectionKindNames[kind]}  ${text}`)
    return {
      json: { year, asOf, findings: findings.map(({ kind, records, text, sources }) => ({ kind, records, text, sources })) },
      text: [`${year}年（截至 ${asOf}）`, ...(lines.length === 0 ? [nothingFound] : lines)].join('\n'),
    }
  },
}
