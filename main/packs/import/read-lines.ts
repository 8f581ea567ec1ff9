import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { AppError } from '#shared/kernel/errors.ts'
import { type RecordLine, recordLineSchema } from '#shared/packs/records.ts'
import type { BagTree } from '../verify/bag-tree.ts'
import { maxRecordLine, maxRecordOctets, maxRecordWeight, maxRows } from './limits.ts'

/** What was read of one pack's records, with what this version does not know. */
export interface ReadLines {
  readonly lines: RecordLine[]
  /** `activity.newField`: fields of a newer minor version that are left out. */
  readonly unknown: Set<string>
}

const refuse = (file: string, row: number | null, reason: string): never => {
  throw new AppError('PACK_REFUSED', { file, ...(row === null ? {} : { row }), reason })
}

const OPENING = '{'.charCodeAt(0)
const COMMA = ','.charCodeAt(0)

/** About what a line takes once it is read, in octets: its letters, 100 for each object, 10 for each value. */
function weightOf(line: string): number {
  let weight = line.length
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at)
    if (code === OPENING) weight += 100
    else if (code === COMMA) weight += 10
  }
  return weight
}

function noteUnknown(raw: object, line: RecordLine, unknown: Set<string>): void {
  for (const key of Object.keys(raw)) if (!(key in line) && unknown.size < 100) unknown.add(`${line.kind}.${key.slice(0, 60)}`)
}

function parseLine(text: string, file: string, row: number, branchId: string, into: ReadLines): void {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return refuse(file, row, '不是有效的数据')
  }
  if (typeof raw !== 'object' || raw === null) return refuse(file, row, '不是有效的数据')
  const parsed = recordLineSchema.safeParse(raw)
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') ?? ''
    return refuse(file, row, field === '' ? '内容不合格式' : `“${field}”不合格式`)
  }
  if (parsed.data.branchId !== branchId) return refuse(file, row, '属于另一个党支部')
  noteUnknown(raw, parsed.data, into.unknown)
  into.lines.push(parsed.data)
}

/**
 * Reads one `records/*.jsonl`, bounded in rows, line length and size, and checks once more that it is what the list of files
 * says: between the check of the pack and this reading a stick may have been changed.
 *
 * @throws AppError PACK_REFUSED with file and row
 */
export async function readRecordFile(
  tree: BagTree,
  path: string,
  sha256: string | undefined,
  branchId: string,
  into: ReadLines & { octets: number; weight: number },
): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const hash = createHash('sha256')
  let rest = ''
  let row = 0
  const take = (text: string) => {
    const lines = `${rest}${text}`.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      row += 1
      if (line.length > maxRecordLine) refuse(path, row, '这一行过长')
      if (into.lines.length >= maxRows) refuse(path, row, `超过 ${maxRows} 行`)
      into.weight += weightOf(line)
      if (into.weight > maxRecordWeight) refuse(path, row, '数据过大')
      parseLine(line, path, row, branchId, into)
    }
    if (rest.length > maxRecordLine) refuse(path, row + 1, '这一行过长')
  }
  for await (const chunk of tree.read(path)) {
    // A stream hands on what it has without letting go; each chunk is some dozen rows to parse.
    await setImmediate()
    into.octets += chunk.length
    if (into.octets > maxRecordOctets) refuse(path, null, '数据过大')
    hash.update(chunk)
    let text: string
    try {
      text = decoder.decode(chunk, { stream: true })
    } catch {
      return refuse(path, row + 1, '文字编码不是 UTF-8')
    }
    take(text)
  }
  if (rest !== '') take('\n')
  if (sha256 !== undefined && hash.digest('hex') !== sha256) refuse(path, null, '读取时内容变了')
}
