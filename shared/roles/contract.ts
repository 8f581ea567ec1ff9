import { z } from 'zod'
import { dossierSchema } from '../dossier/schema.ts'
import { procedure } from '../kernel/contract.ts'
import { plainDateSchema } from '../kernel/dates.ts'
import { idSchema } from '../kernel/ids.ts'
import { registerKeys } from './registers.ts'

const year = z.number().int().min(1921).max(2200)
const registerSchema = z.object({
  key: z.enum(registerKeys),
  name: z.string(),
  head: z.array(z.string()),
  widths: z.array(z.number()),
  leftColumns: z.array(z.number()),
  rows: z.array(z.array(z.string())),
  sources: z.array(z.object({ id: idSchema, type: z.enum(['activity', 'dossier']) })),
  total: z.string(),
})

export const rolesContract = {
  /** The figures of 作用发挥 of a year, each with the page of records behind it. */
  overview: procedure.input(z.strictObject({ year })).output(
    z.object({
      figures: z.array(z.object({ label: z.string(), value: z.string(), link: z.string() })),
      registers: z.array(registerSchema.pick({ key: true, name: true, total: true })),
    }),
  ),
  register: procedure.input(z.strictObject({ year, key: z.enum(registerKeys) })).output(registerSchema),
  /** Names of campaigns (专项活动) with how many records carry each, in any year. */
  campaigns: procedure.input(z.strictObject({})).output(z.array(z.object({ name: z.string(), count: z.number().int() }))),
  /** Everything that carries a campaign's name, oldest first: dated records and sittings. */
  campaign: procedure.input(z.strictObject({ name: z.string().min(1).max(60) })).output(
    z.object({
      records: z.array(dossierSchema),
      sittings: z.array(z.object({ id: idSchema, date: plainDateSchema, title: z.string(), recordNumber: z.string() })),
    }),
  ),
}
