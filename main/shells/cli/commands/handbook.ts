import { fontChoices, printStyles } from '#shared/documents/contract.ts'
import type { Command } from '../command.ts'
import { writeDocument } from '../files.ts'
import { lastOf } from '../steps.ts'

export const handbookCommand: Command = {
  name: 'handbook',
  operands: [],
  options: ['year', 'style', 'fonts', 'layout', 'out'],
  summary: '生成一年的党支部工作手册（PDF）；--layout continuous 时记录连续排，不从单数页另起',
  ledger: 'open',
  prints: true,
  async run({ core, client, arguments: args, note, signal }) {
    const input = {
      year: args.year(),
      style: args.choice('style', printStyles, 'table'),
      fonts: args.choice('fonts', fontChoices, 'office'),
      oddStart: args.choice('layout', ['odd', 'continuous'], 'odd') === 'odd',
    }
    const path = args.path('out')
    const names = { measure: '正在逐份排版', print: '正在生成整本' }
    const made = await lastOf(await client.handbook.make(input, { signal }), note, names)
    const octets = writeDocument(core, made.token, path)
    return {
      json: { path, octets, pages: made.pages, records: made.records, unfinished: made.unfinished },
      text: `已写入 ${path}，共 ${made.pages} 页，${made.records} 份记录${made.unfinished > 0 ? `；${made.unfinished} 次仅有计划或尚未记录的会议没有列入` : ''}`,
    }
  },
}
