import { z } from 'zod'
import { type PlainDate, plainDateSchema } from '../kernel/dates.ts'
import { idSchema } from '../kernel/ids.ts'

/** 待落实: a resolution with somebody who does it or a day until which it is done, and where it was decided. */
export const followUpSchema = z.object({
  /** The resolution's own id. */
  id: idSchema,
  activityId: idSchema,
  date: plainDateSchema,
  /** Title of the part that decided it. */
  title: z.string(),
  text: z.string(),
  owner: z.string(),
  dueOn: plainDateSchema.nullable(),
  doneOn: plainDateSchema.nullable(),
  doneNote: z.string(),
})
export type FollowUp = z.infer<typeof followUpSchema>

export const setFollowUpSchema = z.strictObject({
  id: idSchema,
  /** Null: not done after all. */
  doneOn: plainDateSchema.nullable(),
  doneNote: z.string().trim().max(500).default(''),
})
export type SetFollowUp = z.infer<typeof setFollowUpSchema>

/** Decided by that day and not done on it: what is done later was open then. */
export const isOpenOn = (followUp: FollowUp, day: PlainDate): boolean =>
  followUp.date <= day && (followUp.doneOn === null || followUp.doneOn > day)
