import { extname } from 'node:path'
import { documentFormats } from '#shared/documents/contract.ts'
import { ArgumentError } from '../arguments.ts'
import type { Command } from '../command.ts'
import { writeDocument } from '../files.ts'

const kinds = ['year', 'half', 'duty'] as const
const formats = [...documentFormats, 'xlsx'] as const

/** The form of the file, from its name. @throws ArgumentError */
function formatOf(path: string): (typeof formats)[number] {
  const found = formats.find((format) => extname(path).toLowerCase() === `.${format}`)
  if (!found) throw new ArgumentError(`--out 的文件名应以 ${formats.map((format) => `.${format}`).join('、')} 结尾`)
  return found
}

export const reportCommand: Command = {
  name: 'report',
  operands: [],
  options: ['year', 'kind', 'out'],
  summary: '生成党建工作台账（year 全年、half 上半年）或述职材料（duty）',
  ledger: 'open',
  prints: true,
  async run({ core, client, arguments: args }) {
    const year = args.year()
    const kind = args.choice('kind', kinds, 'year')
    const path = args.path('out')
    const format = formatOf(path)
    if (kind === 'duty' && format === 'xlsx') throw new ArgumentError('述职材料写成 .docx、.pdf 或 .html')
    const { token } =
      kind === 'duty'
        ? await client.dutyReport.make({ year, format: format === 'xlsx' ? 'docx' : format })
        : await client.yearbook.make({ year, span: kind, format })
    const octets = writeDocument(core, token, path)
    return { json: { path, octets }, text: `已写入 ${path}` }
  },
}
