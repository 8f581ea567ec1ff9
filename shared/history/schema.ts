import { z } from 'zod'
import { purposes } from '../activities/schema.ts'
import { plainDateSchema } from '../kernel/dates.ts'
import { idSchema } from '../kernel/ids.ts'

export const changeKinds = ['added', 'changed', 'removed'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** One field before and after, as text; of long texts only the lines that differ. */
export const fieldChangeSchema = z.object({ label: z.string(), before: z.string(), after: z.string() })
export type FieldChange = z.infer<typeof fieldChangeSchema>

/** What has happened to one part of a record: 出席：张三, 议定事项, 附件. */
export const rowChangeSchema = z.object({
  kind: z.enum(changeKinds),
  subject: z.string(),
  fields: z.array(fieldChangeSchema),
  /** The contents were erased (personal data); only that something was changed is still known. */
  isErased: z.boolean(),
})
export type RowChange = z.infer<typeof rowChangeSchema>

/** One change as it was made: everything that one save did. */
export const historyEntrySchema = z.object({
  deviceId: z.string(),
  /** Number of its first entry in the chain of that device. */
  seq: z.number().int(),
  /** Instant, ISO 8601 in UTC. */
  at: z.string(),
  who: z.string(),
  /** 修改会议记录：补记缺席原因 */
  what: z.string(),
  changes: z.array(rowChangeSchema),
})
export type HistoryEntry = z.infer<typeof historyEntrySchema>

export const recentChangeSchema = historyEntrySchema.omit({ changes: true }).extend({
  /** The records it was about, at most ten; those removed or not to be opened have no kind. */
  records: z.array(
    z.object({ id: z.string(), kind: z.enum(['activity', 'person', 'dossier']), title: z.string(), date: z.string() }),
  ),
  rows: z.number().int(),
})
export type RecentChange = z.infer<typeof recentChangeSchema>

export const binLineSchema = z.object({
  id: idSchema,
  date: plainDateSchema,
  title: z.string(),
  /** Empty for a dated record. */
  purposes: z.array(z.enum(purposes)),
  /** Null for a sitting. */
  dossierKind: z.string().nullable(),
  removedAt: z.string(),
})
export type BinLine = z.infer<typeof binLineSchema>
