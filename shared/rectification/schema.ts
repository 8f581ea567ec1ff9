import { z } from 'zod'
import { plainDateSchema } from '../kernel/dates.ts'
import { idSchema } from '../kernel/ids.ts'

/** Steps every problem takes, in this order (DOMAIN 5.3). */
export const problemStages = ['found', 'fedBack', 'rectifying', 'rechecked', 'closed'] as const
export type ProblemStage = (typeof problemStages)[number]

/** Those and the two that only some take: 通报 within a limited circle, 约谈 for poor delivery. */
export const problemSteps = ['found', 'fedBack', 'circular', 'admonishingTalk', 'rectifying', 'rechecked', 'closed'] as const
export type ProblemStep = (typeof problemSteps)[number]

export const problemStepNames: Record<ProblemStep, string> = {
  found: '发现',
  fedBack: '反馈',
  circular: '通报',
  admonishingTalk: '约谈',
  rectifying: '整改',
  rechecked: '复查',
  closed: '销号',
}

export const problemSources = {
  superior: '上级督查',
  organizationalLifeMeeting: '组织生活会',
  democraticAppraisal: '民主评议',
  selfCheck: '支部自查',
  other: '其他',
} as const

/** One thing that was done about a problem. */
export const stepTakenSchema = z.object({
  step: z.enum(problemSteps),
  date: plainDateSchema,
  /** 经手人. */
  by: z.string(),
  note: z.string(),
})
export type StepTaken = z.infer<typeof stepTakenSchema>

/** A problem and its way from 发现 to 销号, as of a day. */
export const problemSchema = z.object({
  recordId: idSchema,
  revision: z.number().int(),
  recordNumber: z.string(),
  title: z.string(),
  forYear: z.number().int(),
  foundOn: plainDateSchema,
  source: z.string(),
  problem: z.string(),
  measure: z.string(),
  /** Names, in order. */
  owners: z.array(z.string()),
  dueOn: plainDateSchema.nullable(),
  stage: z.enum(problemStages),
  steps: z.array(stepTakenSchema),
  closedOn: plainDateSchema.nullable(),
  isOverdue: z.boolean(),
  /** What can be done next, the usual one first. */
  next: z.array(z.enum(problemSteps)),
})
export type Problem = z.infer<typeof problemSchema>

/** A line of the 整改清单 of a meeting that is not tracked yet. */
export const untrackedSchema = z.object({
  activityId: idSchema,
  partId: idSchema,
  index: z.number().int().min(0),
  date: plainDateSchema,
  meeting: z.string(),
  recordNumber: z.string(),
  problem: z.string(),
  owner: z.string(),
  measure: z.string(),
  due: z.string(),
})
export type Untracked = z.infer<typeof untrackedSchema>

export const takeStepSchema = z.strictObject({
  recordId: idSchema,
  /** The revision that was read; a newer one answers CHANGED_ELSEWHERE. */
  revision: z.number().int().min(1),
  step: z.enum(problemSteps),
  date: plainDateSchema,
  by: z.string().trim().max(60).default(''),
  note: z.string().trim().max(500).default(''),
  /** With 整改: what is done about it, and until when; left out: as it was. */
  measure: z.string().trim().max(2000).optional(),
  due: plainDateSchema.nullish(),
})
export type TakeStep = z.infer<typeof takeStepSchema>
