import { z } from 'zod'

/**
 * A file that a shell has taken in (browser: streamed upload; Electron: a path from the system; command line: an
 * argument). Only its token travels through the contract; it ends with the program.
 */
export const stagedFileSchema = z.object({ token: z.string().max(64), name: z.string().max(255), octets: z.number().int().min(0) })
export type StagedFile = z.infer<typeof stagedFileSchema>

/** One remark about one row of a sheet; `row` is the row number that the spreadsheet program shows, from 1. */
export const rowRemarkSchema = z.object({ row: z.number().int().min(1), reason: z.string() })
export type RowRemark = z.infer<typeof rowRemarkSchema>

/** What an import did: rows taken, rows left out with the reason, rows taken with a doubt. */
export const importResultSchema = z.object({
  imported: z.number().int(),
  skipped: z.array(rowRemarkSchema),
  warnings: z.array(rowRemarkSchema),
})
export type ImportResult = z.infer<typeof importResultSchema>

/** The same before anything is written, with the rows as they would be read. */
export const importPreviewSchema = importResultSchema.extend({
  columns: z.array(z.string()),
  rows: z.array(z.object({ row: z.number().int(), cells: z.array(z.string()), status: z.enum(['new', 'update', 'skip']) })),
})
export type ImportPreview = z.infer<typeof importPreviewSchema>

export const importInputSchema = z.strictObject({ file: z.string().max(64) })
