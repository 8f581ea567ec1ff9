import { z } from 'zod'
import { plainDateSchema } from '../kernel/dates.ts'
import { idSchema } from '../kernel/ids.ts'
import { reviewSchema } from './review.ts'

/** A person's word on one indicator. */
export const confirmedItemSchema = z.object({
  points: z.number(),
  note: z.string(),
  isNotApplicable: z.boolean(),
  isTriggered: z.boolean(),
})
export type ConfirmedItem = z.infer<typeof confirmedItemSchema>

/** One thing that proves an indicator; one thing may prove many. */
export const evidenceRefSchema = z.strictObject({ type: z.enum(['activity', 'dossier', 'attachment']), id: idSchema })
export type EvidenceRef = z.infer<typeof evidenceRefSchema>

/** What a person has pinned to an indicator, and which of the records found by rule were taken off it. */
const choiceSchema = z.object({ pinned: z.array(evidenceRefSchema), hidden: z.array(idSchema) })
export type EvidenceChoice = z.infer<typeof choiceSchema>

/** 自评: from when to when, by whom, and who has signed. */
export const selfAssessmentSchema = z.object({
  from: plainDateSchema.nullable().default(null),
  to: plainDateSchema.nullable().default(null),
  persons: z.array(z.string().trim().min(1).max(60)).max(20).default([]),
  /** 支部书记 or who stands in. */
  approvedBy: z.string().trim().max(60).default(''),
  /** What the branch says about the year in its 自评报告; written by a person. */
  summary: z.string().max(20_000).default(''),
})

/** What the superior has decided, entered from its paper. */
export const resultSchema = z.object({
  /** Null: 不予评定, or not decided yet. */
  stars: z.number().int().min(1).max(5).nullable().default(null),
  approvedBy: z.string().trim().max(100).default(''),
  approvedOn: plainDateSchema.nullable().default(null),
  documentNo: z.string().trim().max(100).default(''),
  noticeFrom: plainDateSchema.nullable().default(null),
  noticeTo: plainDateSchema.nullable().default(null),
  namedOn: plainDateSchema.nullable().default(null),
  /** 摘星: the day and why; null: the stars stand. */
  removedOn: plainDateSchema.nullable().default(null),
  removedReason: z.string().trim().max(2000).default(''),
})

const reportSchema = z.object({
  on: plainDateSchema.nullable().default(null),
  to: z.string().trim().max(100).default(''),
})

/** What is kept for a year beside its scheme and status: the JSON content of an assessment. */
export const assessmentContentSchema = z.object({
  items: z.record(z.string(), confirmedItemSchema).default({}),
  evidence: z.record(z.string(), choiceSchema).default({}),
  self: selfAssessmentSchema.prefault({}),
  report: reportSchema.prefault({}),
  review: reviewSchema.nullable().default(null),
  result: resultSchema.prefault({}),
})
export type AssessmentContent = z.infer<typeof assessmentContentSchema>

/** Reads the content of an assessment; the first form was the bare items. */
export function parseAssessment(text: string | undefined): AssessmentContent {
  const raw: unknown = text === undefined ? {} : JSON.parse(text)
  const isBare =
    typeof raw === 'object' && raw !== null && Object.values(raw).some((each) => Object.hasOwn(Object(each), 'isTriggered'))
  return assessmentContentSchema.parse(isBare ? { items: raw } : raw)
}

/** The dates and words of the workflow that are entered by hand. */
export const progressSchema = z.strictObject({
  self: selfAssessmentSchema,
  report: reportSchema,
  result: resultSchema,
})
export type Progress = z.infer<typeof progressSchema>
