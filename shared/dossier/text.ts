import { chineseDate, plainDateSchema } from '../kernel/dates.ts'
import { cut } from '../kernel/text.ts'
import type { Content, ContentValue, Field, RowsField, SimpleField } from './field.ts'
import { isBlank, shownColumns } from './field.ts'
import type { DossierKind } from './kind.ts'
import type { DossierPerson } from './schema.ts'

/** A value in words, as lists, print and search show it; empty for nothing. */
export function valueText(field: SimpleField, value: ContentValue | undefined): string {
  if (value === undefined || isBlank(value)) return ''
  if (Array.isArray(value)) return value.filter((each) => typeof each === 'string').join('、')
  if (typeof value === 'boolean') return value ? '是' : '否'
  const text = String(value)
  if (field.type === 'choice') return field.options[text] ?? ''
  if (field.type === 'integer' || field.type === 'decimal') return `${text}${field.unit ?? ''}`
  const date = field.type === 'date' ? plainDateSchema.safeParse(value) : null
  return date?.success ? chineseDate(date.data) : text
}

/** The lines of a table inside a record, each a text for every column. */
export function rowTexts(field: RowsField, value: ContentValue | undefined): string[][] {
  if (!Array.isArray(value)) return []
  return value.flatMap((row) =>
    typeof row === 'object' && row !== null ? [shownColumns(field).map((column) => valueText(column, row[column.key]))] : [],
  )
}

/** Label and text of every open field that has something in it, in the order of the kind. */
export function contentTexts(kind: DossierKind, content: Content): { label: string; text: string }[] {
  return kind.fields.flatMap((field: Field) => {
    if (field.isSealed || field.isInternal) return []
    const value = content[field.key]
    const text =
      field.type === 'rows'
        ? rowTexts(field, value)
            .map((cells) => cells.filter((cell) => cell !== '').join('，'))
            .join('\n')
        : valueText(field, value)
    return text === '' ? [] : [{ label: field.label, text }]
  })
}

/** Percentages of a record that can be said, to one decimal: 96.4%; a count above its whole says nothing. */
export function shareTexts(kind: DossierKind, content: Content): { label: string; text: string }[] {
  return (kind.shares ?? []).flatMap(({ label, part, whole }) => {
    const [counted, of] = [content[part], content[whole]]
    if (typeof counted !== 'number' || typeof of !== 'number' || of === 0 || counted > of) return []
    return [{ label, text: `${Math.round((counted * 1000) / of) / 10}%` }]
  })
}

/** 记录编号: 2025-谈心谈话-03. */
export function dossierNumber(kind: DossierKind, year: number, number: number): string {
  return `${year}-${kind.numberName}-${String(number).padStart(2, '0')}`
}

/** Characters of a name that is taken from a text. */
const titleLength = 40

/** What a record is called that was given no name: what it is about, else its kind. `林壬发展党员`, `一副老花镜`, `微心愿`. */
export function proposedTitle(
  kind: DossierKind,
  { content, people }: { readonly content: Content; readonly people: readonly DossierPerson[] },
): string {
  const { titleFrom } = kind
  if (titleFrom === undefined) return kind.name
  const names = people.filter(({ role }) => role === titleFrom).map(({ name }) => name)
  if (names.length > 0) return `${names.join('、')}${kind.name}`
  const text = content[titleFrom]
  return typeof text === 'string' && text.trim() !== '' ? cut(text.trim().replaceAll(/\s+/g, ' '), titleLength) : kind.name
}

/** What a step is called; empty where the kind has none. */
export function statusText(kind: DossierKind, status: string): string {
  return kind.statuses?.find(({ key }) => key === status)?.label ?? ''
}
