import { z } from 'zod'
import { purposes } from '../activities/schema.ts'
import { plainDateSchema } from '../kernel/dates.ts'
import { idSchema } from '../kernel/ids.ts'

/** 已开 / 本月（季、年）待开 / 未记录 / 情况说明 / 不适用 / not yet begun. */
export const periodStates = ['done', 'open', 'missing', 'explained', 'notApplicable', 'upcoming'] as const
export type PeriodState = (typeof periodStates)[number]

/** A calendar period: `2025-08`, `2025-Q2`, `2025-H1`, `2025`. */
export const periodIdSchema = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])|-Q[1-4]|-H[12])?$/, { error: '期间应为 2025-08、2025-Q2、2025-H1 或 2025' })

export const periodOutcomeSchema = z.object({
  period: z.string(),
  state: z.enum(periodStates),
  /** The sittings that prove it. */
  records: z.array(z.object({ id: idSchema, date: plainDateSchema, title: z.string() })),
  /** 情况说明 of this period as it was given, also while the period is still open. */
  explanation: z.string().optional(),
  /** What the state follows from where no sitting proves it: 正式党员12人，未登记支委. */
  note: z.string().optional(),
  /** The day by which it is due, for duties that end with a day and not with a period. */
  dueOn: plainDateSchema.optional(),
})
export type PeriodOutcome = z.infer<typeof periodOutcomeSchema>

/** Whom a row is about. `member`: a person. The table of DOMAIN 8.1 has branch and groups only. */
export const ruleScopeSchema = z.object({ kind: z.enum(['branch', 'group', 'member']), id: idSchema, name: z.string() })
export type RuleScope = z.infer<typeof ruleScopeSchema>

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
  /** Version of the rule table; `+local` at its end where the branch's own numbers of that year apply. */
  rulesVersion: z.string(),
  rules: z.array(ruleSummarySchema),
})
export type YearSummary = z.infer<typeof yearSummarySchema>

/**
 * Whether a rule can be said anything about: `computed` from roster and records; `perRecord`: judged at each record (votes,
 * steps); `superior`: not the branch's duty; `disabled` by the branch.
 */
export const assessmentStatuses = ['computed', 'perRecord', 'superior', 'disabled'] as const
export type AssessmentStatus = (typeof assessmentStatuses)[number]

const ruleHeadSchema = z.object({
  id: z.string(),
  text: z.string(),
  source: z.string(),
  authority: z.enum(['central', 'local', 'practice']),
  status: z.enum(assessmentStatuses),
})

export const assessmentSchema = ruleHeadSchema.extend({
  outcomes: z.array(z.object({ scope: ruleScopeSchema, periods: z.array(periodOutcomeSchema) })),
})
export type Assessment = z.infer<typeof assessmentSchema>

/** Every rule of a year, as of a day. */
export const yearAssessmentSchema = yearSummarySchema.omit({ rules: true }).extend({ rules: z.array(assessmentSchema) })
export type YearAssessment = z.infer<typeof yearAssessmentSchema>

/** One rule as the settings show it, with the branch's own number of that year. */
export const ruleSettingSchema = ruleHeadSchema.extend({
  certainty: z.enum(['quoted', 'secondary', 'memory']),
  isEditable: z.boolean(),
  isEnabled: z.boolean(),
  isEnabledByDefault: z.boolean(),
  /** The number that applies (times, hours, months or members, as the text says); null: the rule has none. */
  min: z.number().int().nullable(),
  defaultMin: z.number().int().nullable(),
  note: z.string(),
})
export type RuleSetting = z.infer<typeof ruleSettingSchema>

export const dueStates = ['missing', 'open', 'soon', 'overdue'] as const

/** One line of 「近期要办」. */
export const dueItemSchema = z.object({
  /** The same for the same thing from day to day. */
  id: z.string(),
  /** Id of the rule; `follow-up`, `task`, `problem`, `development`, `collection`, `feedback`, `planned-meeting`, `to-record` and `awaiting-signature` where no rule asks for it. */
  rule: z.string(),
  /** Branch, group or person. */
  scopeId: z.string(),
  /** A calendar period, or the day it is due. */
  period: z.string(),
  /** `missing`: over, without a record; `overdue`: a day has passed; `soon`: ten days or less; else `open`. */
  state: z.enum(dueStates),
  title: z.string(),
  detail: z.string(),
  dueOn: plainDateSchema.nullable(),
  action: z.object({
    kind: z.enum(['record', 'prepare', 'explain', 'followUp', 'task', 'problem', 'development', 'election', 'sign', 'view']),
    purpose: z.enum(purposes).optional(),
    groupId: idSchema.optional(),
    /** What the form starts with: the last day of a period that is over. */
    date: plainDateSchema.optional(),
    activityId: idSchema.optional(),
    personId: idSchema.optional(),
    /** A dated record beside the sittings to be made. */
    dossierKind: z.string().optional(),
    /** The plan or list of a task, the record of a problem, a person's development or an election. */
    dossierId: idSchema.optional(),
    /** The resolution to follow up. */
    followUpId: idSchema.optional(),
  }),
  /** A reason can be given for it (情况说明). */
  canExplain: z.boolean(),
  /** Regulation and article, or where it was decided. */
  source: z.string(),
})
export type DueItem = z.infer<typeof dueItemSchema>
