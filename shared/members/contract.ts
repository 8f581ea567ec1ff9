import { z } from 'zod'
import { importInputSchema, importPreviewSchema, importResultSchema } from '../files/schema.ts'
import { nothing, procedure } from '../kernel/contract.ts'
import { plainDateSchema } from '../kernel/dates.ts'
import { idSchema } from '../kernel/ids.ts'
import { eraseSchema, erasurePreviewSchema } from './erasure-schema.ts'
import { memberDetailSchema, rosterOfDaySchema, saveMemberSchema } from './schema.ts'

export const membersContract = {
  /** The roster of a day, in printing order. */
  roster: procedure.input(z.strictObject({ date: plainDateSchema })).output(rosterOfDaySchema),
  /** Everyone ever on the roster, with the whole history. */
  all: procedure.input(nothing).output(z.array(memberDetailSchema)),
  get: procedure.input(z.strictObject({ id: idSchema })).output(memberDetailSchema),
  save: procedure.input(saveMemberSchema).output(memberDetailSchema),
  /** ID number, phones and address in full, for the eyes of who asked; that they were looked at is logged. */
  unmask: procedure.input(z.strictObject({ id: idSchema })).output(memberDetailSchema.shape.masked),
  /** Everyone whose personal data could be removed, those who have left first. */
  erasable: procedure.input(nothing).output(z.array(z.object({ id: idSchema, name: z.string(), hasLeft: z.boolean() }))),
  /** What 去除个人信息 would take away; writes nothing. */
  previewErasure: procedure.input(z.strictObject({ id: idSchema })).output(erasurePreviewSchema),
  /** Takes it away for good; answers what is left. */
  erase: procedure.input(eraseSchema).output(erasurePreviewSchema),
  previewImport: procedure.input(importInputSchema).output(importPreviewSchema),
  import: procedure.input(importInputSchema).output(importResultSchema),
  previewPosts: procedure.input(importInputSchema).output(importPreviewSchema),
  importPosts: procedure.input(importInputSchema).output(importResultSchema),
}
