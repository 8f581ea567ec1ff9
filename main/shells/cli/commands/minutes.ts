import { documentFormats, fontChoices, printStyles } from '#shared/documents/contract.ts'
import type { Command } from '../command.ts'
import { writeDocument } from '../files.ts'

export const minutesCommand: Command = {
  name: 'minutes',
  operands: ['ID'],
  options: ['format', 'style', 'fonts', 'out'],
  summary: '生成会议记录（pdf、docx 或 html）',
  ledger: 'open',
  prints: true,
  async run({ core, client, arguments: args }) {
    const format = args.choice('format', documentFormats)
    const style = args.choice('style', printStyles, 'table')
    const fonts = args.choice('fonts', fontChoices, 'office')
    const path = args.path('out')
    const { token } = await client.documents.makeMinutes({ activityId: args.operand(0), format, style, fonts })
    const octets = writeDocument(core, token, path)
    return { json: { path, octets }, text: `已写入 ${path}` }
  },
}
