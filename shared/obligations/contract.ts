import { z } from 'zod'
import { importInputSchema } from '../files/schema.ts'
import { nothing, procedure } from '../kernel/contract.ts'
import { plainDateSchema } from '../kernel/dates.ts'
import { idSchema } from '../kernel/ids.ts'
import { dueItemSchema, periodIdSchema, ruleSettingSchema, yearAssessmentSchema, yearSummarySchema } from './schema.ts'

const year = z.number().int().min(1921).max(2200)
const ofYear = z.strictObject({ year })
/** One period of one duty of the branch, a group or a member. */
const place = z.strictObject({ ruleId: z.string().max(60), scopeId: idSchema, period: periodIdSchema })

export const obligationsContract = {
  /** The table of DOMAIN 8.1 for a year, as of today. */
  summary: procedure.input(ofYear).output(yearSummarySchema),
  /** Every rule of the table for a year: what it asks, whether it can be computed, and its state for each scope and period. */
  assess: procedure.input(ofYear).output(yearAssessmentSchema),
  /** 「近期要办」 as of a day; today when none is given. */
  due: procedure
    .input(z.strictObject({ date: plainDateSchema.optional() }))
    .output(z.object({ date: plainDateSchema, items: z.array(dueItemSchema) })),
  /** 情况说明: why a period has no meeting. Replaces the one given before. */
  explain: procedure.input(place.extend({ text: z.string().trim().min(1).max(2000) })).output(nothing),
  removeExplanation: procedure.input(place).output(nothing),
  /** The rule table of a year with the branch's own numbers. */
  rules: procedure
    .input(ofYear)
    .output(z.object({ year: z.number().int(), rulesVersion: z.string(), rules: z.array(ruleSettingSchema) })),
  /** Sets a rule's own number in a year or switches it off; only local rules, reminders, and those marked editable. */
  setRule: procedure
    .input(
      z.strictObject({
        year,
        ruleId: z.string().max(60),
        isEnabled: z.boolean(),
        /** Null: the number of the table. */
        min: z.number().int().min(1).max(1000).nullable(),
        note: z.string().max(300).default(''),
      }),
    )
    .output(ruleSettingSchema),
  /** Takes in a newer rule table (JSON), whole or not at all. */
  importRules: procedure.input(importInputSchema).output(z.object({ rulesVersion: z.string(), rules: z.number().int() })),
  /** The rule table in use as a JSON file. */
  exportRules: procedure.input(nothing).output(z.object({ token: z.string(), fileName: z.string(), octets: z.number().int() })),
}
