import { z } from 'zod'
import { nothing, procedure } from '../kernel/contract.ts'
import { idSchema } from '../kernel/ids.ts'
import { binLineSchema, historyEntrySchema, recentChangeSchema } from './schema.ts'

export const historyContract = {
  /** 修改记录 of a sitting or a person, newest first; also of a sitting in the bin. Empty for an id nobody knows. */
  of: procedure
    .input(z.strictObject({ id: idSchema }))
    .output(z.object({ title: z.string(), entries: z.array(historyEntrySchema) })),
  /** The newest changes of the whole ledger. */
  recent: procedure
    .input(z.strictObject({ limit: z.number().int().min(1).max(200).default(50) }))
    .output(z.array(recentChangeSchema)),
  /** 回收站: sittings taken out, the last one first. `activities.restore` brings one back. */
  bin: procedure.input(nothing).output(z.array(binLineSchema)),
}
