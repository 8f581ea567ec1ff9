import { z } from 'zod'
import { importInputSchema, importPreviewSchema, importResultSchema } from '../files/schema.ts'
import { nothing, procedure } from '../kernel/contract.ts'
import { plainDateSchema } from '../kernel/dates.ts'
import { idSchema } from '../kernel/ids.ts'
import { memberDetailSchema, rosterOfDaySchema, saveMemberSchema } from './schema.ts'

export const membersContract = {
  /** The roster of a day, in printing order. */
  roster: procedure.input(z.strictObject({ date: plainDateSchema })).output(rosterOfDaySchema),
  /** Everyone ever on the roster, with the whole history. */
  all: procedure.input(nothing).output(z.array(memberDetailSchema)),
  get: procedure.input(z.strictObject({ id: idSchema })).output(memberDetailSchema),
  save: procedure.input(saveMemberSchema).output(memberDetailSchema),
  previewImport: procedure.input(importInputSchema).output(importPreviewSchema),
  import: procedure.input(importInputSchema).output(importResultSchema),
  previewPosts: procedure.input(importInputSchema).output(importPreviewSchema),
  importPosts: procedure.input(importInputSchema).output(importResultSchema),
}
