import type { RuleSummary } from '#shared/obligations/schema.ts'
import type { Command } from '../command.ts'

const line = ({ label, due, done, missing, authority }: RuleSummary) =>
  [
    `${label}：${done} / ${due}`,
    missing.length === 0 ? '' : `未记录 ${missing.join('、')}`,
    authority === 'central' ? '' : authority === 'local' ? '（本单位细则）' : '（惯例）',
  ]
    .filter((part) => part !== '')
    .join('  ')

export const summaryCommand: Command = {
  name: 'summary',
  operands: [],
  options: ['year'],
  summary: '一年的三会一课统计',
  ledger: 'open',
  async run({ client, arguments: args }) {
    const { year, asOf, rulesVersion, rules } = await client.obligations.summary({ year: args.year() })
    return {
      json: {
        year,
        asOf,
        rulesVersion,
        rules: rules.map(({ id, label, scope, due, done, held, missing, records }) => ({
          id,
          label,
          scope,
          due,
          done,
          held,
          missing,
          records,
        })),
      },
      text: [`${year}年（截至 ${asOf}）`, ...rules.map(line)].join('\n'),
    }
  },
}
