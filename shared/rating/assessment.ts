import { z } from 'zod'

/** A person's word on one indicator. */
export const confirmedItemSchema = z.object({
  points: z.number(),
  note: z.string(),
  isNotApplicable: z.boolean(),
  isTriggered: z.boolean(),
})
export type ConfirmedItem = z.infer<typeof confirmedItemSchema>

/** What is kept for a year beside its scheme and status: the JSON content of an assessment. */
export const assessmentContentSchema = z.object({
  items: z.record(z.string(), confirmedItemSchema).default({}),
})
export type AssessmentContent = z.infer<typeof assessmentContentSchema>

/** Reads the content of an assessment; the first released form was the bare items. */
export function parseAssessment(text: string | undefined): AssessmentContent {
  const raw: unknown = text === undefined ? {} : JSON.parse(text)
  const isBare =
    typeof raw === 'object' && raw !== null && Object.values(raw).some((each) => Object.hasOwn(Object(each), 'isTriggered'))
  return assessmentContentSchema.parse(isBare ? { items: raw } : raw)
}
