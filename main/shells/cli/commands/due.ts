import { isPlainDate } from '#shared/kernel/dates.ts'
import type { DueItem } from '#shared/obligations/schema.ts'
import { ArgumentError } from '../arguments.ts'
import type { Command } from '../command.ts'

const stateWords: Record<DueItem['state'], string> = { overdue: '逾期', missing: '未记录', soon: '十天内', open: '待办' }

const line = ({ state, title, detail }: DueItem) => `${stateWords[state]}  ${title}${detail === '' ? '' : `  ${detail}`}`

export const dueCommand: Command = {
  name: 'due',
  operands: [],
  options: ['date'],
  summary: '近期要办；--date 按哪一天看，默认今天',
  ledger: 'open',
  async run({ client, arguments: args }) {
    const given = args.option('date')
    if (given !== undefined && !isPlainDate(given)) throw new ArgumentError(`--date 应为真实存在的一天，如 2025-09-04：${given}`)
    const { date, items } = await client.obligations.due(given === undefined ? {} : { date: given })
    return {
      json: {
        date,
        items: items.map(({ rule, scopeId, period, state, title, detail, dueOn, action }) => ({
          rule,
          period,
          state,
          action: action.kind,
          scopeId,
          title,
          detail,
          dueOn,
        })),
      },
      text: items.length === 0 ? `截至 ${date} 没有要办的事` : [`截至 ${date}`, ...items.map(line)].join('\n'),
    }
  },
}
