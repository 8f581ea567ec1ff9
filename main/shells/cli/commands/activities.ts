import { readFileSync } from 'node:fs'
import { purposeNames } from '#shared/activities/labels.ts'
import { type SaveActivityInput, saveActivitySchema } from '#shared/activities/schema.ts'
import { AppError } from '#shared/kernel/errors.ts'
import { inputParams } from '#shared/kernel/input-text.ts'
import { unreadFields } from '#shared/kernel/unread-fields.ts'
import type { Command } from '../command.ts'

/** Largest record that is read: far above any meeting, far below what would fill the memory. */
const maxRecordOctets = 4 * 1024 ** 2

/** A record as read from a file, and the fields of the file that no record has. */
interface ReadRecord {
  readonly record: SaveActivityInput
  readonly unread: readonly string[]
}

/** @throws AppError FILE_UNREADABLE, FILE_TOO_LARGE, INPUT_INVALID */
function readRecord(file: string): ReadRecord {
  let text: string
  try {
    const content = readFileSync(file)
    if (content.length > maxRecordOctets) throw new AppError('FILE_TOO_LARGE', { file, limit: '4 MB' })
    text = new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('FILE_UNREADABLE', { file }, { cause: error })
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new AppError('FILE_UNREADABLE', { file, reason: '内容不是 JSON。' }, { cause: error })
  }
  const parsed = saveActivitySchema.safeParse(value, { reportInput: false })
  if (!parsed.success) throw new AppError('INPUT_INVALID', { file, ...inputParams(parsed.error.issues) })
  return { record: parsed.data, unread: unreadFields(value, parsed.data) }
}

export const activityCommands: readonly Command[] = [
  {
    name: 'activities list',
    operands: [],
    options: ['year'],
    summary: '列出一年的组织生活',
    ledger: 'open',
    async run({ client, arguments: args }) {
      const lines = await client.activities.list({ year: args.year() })
      return {
        json: lines.map(({ id, date, purposes, title, due, present }) => ({ id, date, purposes, title, due, present })),
        text: lines
          .map((line) =>
            [
              line.date,
              line.purposes.map((purpose) => purposeNames[purpose]).join('、'),
              line.title,
              `应到 ${line.due}，实到 ${line.present}`,
              line.id,
            ].join('  '),
          )
          .join('\n'),
      }
    },
  },
  {
    name: 'activities save',
    operands: ['FILE.json'],
    options: [],
    summary: '保存一次会议（格式见 docs/formats.md）',
    ledger: 'open',
    async run({ client, arguments: args, note }) {
      const { record, unread } = readRecord(args.pathOperand(0))
      const { id, findings } = await client.activities.save(record)
      if (unread.length > 0) note(`没有这些字段，未录入：${unread.slice(0, 20).join('、')}。字段名见 docs/formats.md`)
      for (const { text, source } of findings) note(source === '' ? text : `${text}（${source}）`)
      return { json: { id }, text: `已保存，编号 ${id}` }
    },
  },
]
