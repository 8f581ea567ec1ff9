import { fieldNames, intervalKindNames, rowNames } from './labels.ts'
import type { FieldChange, RowChange } from './schema.ts'
import { type HistoryRow, valueText } from './values.ts'

/** The lines of `text` that are not in `other`; a line that stands twice is matched twice. */
function linesOnlyIn(text: string, other: string): string {
  const left = new Map<string, number>()
  for (const line of other.split('\n')) left.set(line, (left.get(line) ?? 0) + 1)
  return text
    .split('\n')
    .filter((line) => {
      const count = left.get(line) ?? 0
      left.set(line, count - 1)
      return count <= 0
    })
    .join('\n')
}

/** Texts of several lines are shown by the lines that differ; where only their order does, whole. */
function differing(before: string, after: string): { before: string; after: string } {
  if (!before.includes('\n') && !after.includes('\n')) return { before, after }
  const shown = { before: linesOnlyIn(before, after), after: linesOnlyIn(after, before) }
  return shown.before === '' && shown.after === '' ? { before, after } : shown
}

/** What the history keeps of one row: as it was and as it became. */
export interface RowPayload {
  readonly table: string
  readonly before: HistoryRow | null
  readonly after: HistoryRow | null
  readonly isErased: boolean
}

/** What a group or a person is called whose id stands in a row. */
export type NameOf = (id: string) => string | undefined

function textOf(table: string, column: string, row: HistoryRow | null, nameOf: NameOf): string {
  const value = row?.[column]
  const text = valueText(table, column, value)
  const isReference = column === 'group_id' || (table === 'member_interval' && row?.['kind'] === 'group' && column === 'value')
  return isReference && typeof value === 'string' ? (nameOf(value) ?? text) : text
}

function subjectOf(table: string, row: HistoryRow | null, nameOf: NameOf): string {
  const name = rowNames[table] ?? ''
  const own = (column: string) => (row ? textOf(table, column, row, nameOf) : '')
  switch (table) {
    case 'attendance':
      return `${name}：${own('name')}`
    case 'part':
      return own('title') || own('purpose') || name
    case 'attachment':
      return `${name}：${own('name')}`
    case 'member_interval':
      return intervalKindNames[String(row?.['kind'] ?? '')] ?? name
    default:
      return name
  }
}

/** One changed row in words, or null when nothing that is shown has changed. */
export function rowChange({ table, before, after, isErased }: RowPayload, nameOf: NameOf): RowChange | null {
  const labels = fieldNames[table]
  if (!labels) return null
  const kind = before === null ? 'added' : after === null ? 'removed' : 'changed'
  const subject = subjectOf(table, after ?? before, nameOf)
  if (isErased) return { kind: 'changed', subject, fields: [], isErased }
  const fields = Object.entries(labels).flatMap(([column, label]): FieldChange[] => {
    const texts = { before: textOf(table, column, before, nameOf), after: textOf(table, column, after, nameOf) }
    // What a new row merely does not have is no news.
    if (texts.before === texts.after || (kind === 'added' && texts.after === '否')) return []
    return [{ label, ...differing(texts.before, texts.after) }]
  })
  return fields.length === 0 && kind === 'changed' ? null : { kind, subject, fields, isErased }
}
