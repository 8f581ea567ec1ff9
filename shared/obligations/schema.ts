import { z } from 'zod'
import { plainDateSchema } from '../kernel/dates.ts'
import { idSchema } from '../kernel/ids.ts'

/** 已开 / 本月（季、年）待开 / 未记录 / 情况说明 / 不适用 / not yet begun. */
export const periodStates = ['done', 'open', 'missing', 'explained', 'notApplicable', 'upcoming'] as const
export type PeriodState = (typeof periodStates)[number]

/** A calendar period: `2025-08`, `2025-Q2`, `2025-H1`, `2025`. */
export const periodOutcomeSchema = z.object({
  period: z.string(),
  state: z.enum(periodStates),
  /** The sittings that prove it. */
  records: z.array(z.object({ id: idSchema, date: plainDateSchema, title: z.string() })),
})
export type PeriodOutcome = z.infer<typeof periodOutcomeSchema>

export const ruleScopeSchema = z.object({ kind: z.enum(['branch', 'group']), id: idSchema, name: z.string() })

export const ruleSummarySchema = z.object({
  id: z.string(),
  /** What the row is called in the table: 支部党员大会, 党小组会（第一党小组）. */
  label: z.string(),
  /** 中央规定 / 本单位细则 / 惯例. */
  authority: z.enum(['central', 'local', 'practice']),
  source: z.string(),
  text: z.string(),
  period: z.enum(['month', 'quarter', 'half-year', 'year']),
  scope: ruleScopeSchema,
  /** Periods of the year in which the duty holds (应开). */
  due: z.number().int(),
  /** Of these, periods with at least the required number of sittings. */
  done: z.number().int(),
  /** Periods that have ended, or were done early: what `done` is compared with in the running year. */
  dueSoFar: z.number().int(),
  /** Number of sittings, which may be more than `done`. */
  held: z.number().int(),
  missing: z.array(z.string()),
  records: z.array(idSchema),
  periods: z.array(periodOutcomeSchema),
})
export type RuleSummary = z.infer<typeof ruleSummarySchema>

export const yearSummarySchema = z.object({
  year: z.number().int(),
  asOf: plainDateSchema,
  rulesVersion: z.string(),
  rules: z.array(ruleSummarySchema),
})
export type YearSummary = z.infer<typeof yearSummarySchema>
