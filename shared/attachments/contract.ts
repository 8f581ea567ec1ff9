import { z } from 'zod'
import { attachmentRefSchema } from '../activities/schema.ts'
import { procedure } from '../kernel/contract.ts'
import { idSchema } from '../kernel/ids.ts'

export const attachmentsContract = {
  /** Takes a staged file into the content store (once per content) and hangs it on a sitting, at the end of its list. */
  add: procedure.input(z.strictObject({ file: z.string().max(64), activityId: idSchema.optional() })).output(attachmentRefSchema),
  /** 单独存放: in no pack by default, looking at it is logged, encrypted when there is a passphrase. */
  setSealed: procedure.input(z.strictObject({ id: idSchema, isSealed: z.boolean() })).output(attachmentRefSchema),
  rename: procedure.input(z.strictObject({ id: idSchema, name: z.string().min(1).max(120) })).output(attachmentRefSchema),
}
