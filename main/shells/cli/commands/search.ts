import type { Command } from '../command.ts'

export const searchCommand: Command = {
  name: 'search',
  operands: ['TEXT'],
  options: [],
  summary: '在全部记录和党员中查找；几个词用空格隔开，姓名可用拼音或首字母',
  ledger: 'open',
  async run({ client, arguments: args, note }) {
    const { isCurrent } = await client.search.status({})
    if (!isCurrent) {
      note('正在整理检索目录…')
      for await (const _event of await client.search.rebuild({})) continue
    }
    const hits = await client.search.find({ text: args.operand(0), limit: 500 })
    return {
      json: hits.map(({ id, title, date, snippet }) => ({ id, title, date, snippet })),
      text:
        hits.length === 0
          ? '没有找到'
          : hits.map(({ id, title, date, snippet }) => [date, title, snippet, id].filter(Boolean).join('  ')).join('\n'),
    }
  },
}
