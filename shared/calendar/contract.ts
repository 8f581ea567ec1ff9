import { z } from 'zod'
import { importInputSchema } from '../files/schema.ts'
import { nothing, procedure } from '../kernel/contract.ts'
import { plainDateSchema } from '../kernel/dates.ts'
import { calendarDaySchema } from './schema.ts'

const tableInfoSchema = z.object({ version: z.string(), source: z.string(), years: z.array(z.number().int()) })

export const calendarContract = {
  /** Whether a day is worked. */
  day: procedure.input(z.strictObject({ date: plainDateSchema })).output(calendarDaySchema),
  /** The days of a range, at most 400; for calendars on screen. */
  days: procedure.input(z.strictObject({ from: plainDateSchema, to: plainDateSchema })).output(z.array(calendarDaySchema)),
  /** Which table is in use, and the years it knows. */
  table: procedure.input(nothing).output(tableInfoSchema),
  /** Takes in a table of working days (JSON); its years replace those known, the others stay. */
  import: procedure.input(importInputSchema).output(tableInfoSchema),
}
