import { z } from 'zod'
import { plainDateSchema } from '../kernel/dates.ts'

/**
 * What one field of a kind of record holds. Forms, lists, print, search and packs are all made from these, so that a
 * kind is data and nothing else.
 */
interface FieldBase {
  /** Name of the value in `content`. */
  readonly key: string
  /** As shown and printed. */
  readonly label: string
  /** Asked for before a record can be saved. Few are. */
  readonly isRequired?: boolean
  /** Asked for unless this other field has something in it. */
  readonly requiredUnless?: string
  /** Shown under the field. */
  readonly hint?: string
  /** Kept apart under `sealed`: never in search, history, logs or packs by default. Texts only. */
  readonly isSealed?: boolean
  /** Only asked for while another field, a choice, has this value; what was entered before stays and is printed. */
  readonly onlyWith?: { readonly key: string; readonly value: string }
  /** Kept by the program for itself (an id): never shown, printed or searched. */
  readonly isInternal?: boolean
}

export type SimpleField = FieldBase &
  (
    | { readonly type: 'text' | 'longText' | 'date' | 'flag' | 'names' }
    | { readonly type: 'integer' | 'decimal'; readonly unit?: string; readonly min?: number; readonly max?: number }
    | { readonly type: 'choice'; readonly options: Readonly<Record<string, string>> }
  )

/** A table inside a record: one entry for each line, in order. */
export type RowsField = FieldBase & {
  readonly type: 'rows'
  readonly columns: readonly SimpleField[]
  /** One line for each person of this part, named in `personId` and `name`; never more. */
  readonly linePerPerson?: string
}

export type Field = SimpleField | RowsField

/** The columns of a table that people see. */
export const shownColumns = (field: RowsField): readonly SimpleField[] => field.columns.filter(({ isInternal }) => !isInternal)

const simpleValueSchema = z.union([
  z.string().max(20_000),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string().max(200)).max(500),
])
const rowSchema = z.record(z.string().max(60), simpleValueSchema)

/** Values by key of field, as stored; what a kind makes of them is `contentProblems`. */
export const contentSchema = z.record(z.string().max(60), z.union([simpleValueSchema, z.array(rowSchema).max(1000)]))
export type Content = z.infer<typeof contentSchema>
export type ContentValue = Content[string]
export type ContentRow = z.infer<typeof rowSchema>

/** The lines of a field that is a table; none where it holds something else. */
export const rowsOf = (value: ContentValue | undefined): ContentRow[] =>
  Array.isArray(value) ? value.filter((row): row is ContentRow => typeof row === 'object' && row !== null) : []

/** True when nothing has been entered. */
export function isBlank(value: ContentValue | undefined): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'string') return value.trim() === ''
  return Array.isArray(value) && value.length === 0
}

function simpleProblem(field: SimpleField, value: ContentValue): string | null {
  switch (field.type) {
    case 'text':
      return typeof value === 'string' ? (value.length > 500 ? '不超过500字' : null) : '应是文字'
    case 'longText':
      return typeof value === 'string' ? null : '应是文字'
    case 'date':
      return plainDateSchema.safeParse(value).success ? null : '应是日期'
    case 'flag':
      return typeof value === 'boolean' ? null : '应是“是”或“否”'
    case 'names':
      return Array.isArray(value) && value.every((each) => typeof each === 'string') ? null : '应是名单'
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(field.options, value)
        ? null
        : `应是${Object.values(field.options).join('、')}之一`
    default: {
      if (typeof value !== 'number' || !Number.isFinite(value)) return '应是数字'
      if (field.type === 'integer' && !Number.isInteger(value)) return '应是整数'
      if (value < (field.min ?? 0)) return `不小于${field.min ?? 0}`
      return field.max !== undefined && value > field.max ? `不大于${field.max}` : null
    }
  }
}

/** A value that does not fit its field, in words a user understands. */
export interface ContentProblem {
  readonly key: string
  /** 任务（第2行）责任人 */
  readonly label: string
  readonly reason: string
}

function rowProblems(field: RowsField, value: ContentValue): ContentProblem[] {
  if (!Array.isArray(value)) return [{ key: field.key, label: field.label, reason: '应是表格' }]
  return value.flatMap((row, at) => {
    const place = `${field.label}（第${at + 1}行）`
    if (typeof row !== 'object' || row === null) return [{ key: field.key, label: place, reason: '应是表格的一行' }]
    return fieldProblems(field.columns, row).map((problem) => ({ ...problem, key: field.key, label: `${place}${problem.label}` }))
  })
}

/** Everything in `content` that does not fit `fields`; keys that no field has are problems too. */
export function fieldProblems(fields: readonly Field[], content: Content): ContentProblem[] {
  const unknown = Object.keys(content).filter((key) => !fields.some((field) => field.key === key))
  return [
    ...unknown.map((key) => ({ key, label: key, reason: '没有这一项' })),
    ...fields.flatMap((field): ContentProblem[] => {
      const value = content[field.key]
      const isWanted = field.isRequired || (field.requiredUnless !== undefined && isBlank(content[field.requiredUnless]))
      if (isBlank(value)) return isWanted ? [{ key: field.key, label: field.label, reason: '请填写' }] : []
      if (field.type === 'rows') return rowProblems(field, value as ContentValue)
      const reason = simpleProblem(field, value as ContentValue)
      return reason === null ? [] : [{ key: field.key, label: field.label, reason }]
    }),
  ]
}
