import { z } from 'zod'
import { schemeShape } from '../scheme.ts'

/** What a column of the superior's sheet can hold. */
export const sheetColumns = ['category', 'code', 'title', 'points', 'standard', 'evidence', 'deduction'] as const
export type SheetColumn = (typeof sheetColumns)[number]

export const sheetColumnNames: Readonly<Record<SheetColumn, string>> = {
  category: '类别',
  code: '编号',
  title: '指标名称',
  points: '分值',
  standard: '标准、要求',
  evidence: '佐证材料',
  deduction: '扣分办法',
}

const column = z.number().int().min(0).max(199).nullable()

/** Rows of a sheet or of a pasted table, and which column is what. */
export const mappingInputSchema = z.strictObject({
  schemeName: z.string().trim().min(1).max(200),
  version: z.string().trim().min(1).max(60),
  rows: z
    .array(z.array(z.string().max(4000)).max(200))
    .min(1)
    .max(3000),
  /** Rows above the first indicator: title and column heads. */
  skip: z.number().int().min(0).max(200),
  columns: z.strictObject({
    category: column,
    code: column,
    title: column,
    points: column,
    standard: column,
    evidence: column,
    deduction: column,
  }),
})
export type MappingInput = z.infer<typeof mappingInputSchema>

/** A row as it was understood. */
const mappedRowSchema = z.object({
  /** From 1, as the sheet counts. */
  row: z.number().int(),
  outcome: z.enum(['category', 'indicator', 'skipped']),
  code: z.string(),
  title: z.string(),
  points: z.number().nullable(),
  messages: z.array(z.string()),
})
export type MappedRow = z.infer<typeof mappedRowSchema>

export const mappedSchemeSchema = z.object({
  /** Null: no row is an indicator. */
  scheme: schemeShape.nullable(),
  rows: z.array(mappedRowSchema),
  /** Why it cannot be kept yet, in words; it can be put right in the editor. */
  faults: z.array(z.string()),
})
export type MappedScheme = z.infer<typeof mappedSchemeSchema>
