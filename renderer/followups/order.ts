import type { FollowUp } from '#shared/activities/follow-ups.ts'
import { byText } from '#shared/kernel/order.ts'

const never = '9999-12-31'

/** By the day it is due, those without one last; then by the day of the decision. */
export const byDue = (a: FollowUp, b: FollowUp): number =>
  byText(a.dueOn ?? never, b.dueOn ?? never) || byText(a.date, b.date) || byText(a.id, b.id)

/** Latest done first. */
export const byDone = (a: FollowUp, b: FollowUp): number => byText(b.doneOn ?? '', a.doneOn ?? '') || byText(a.id, b.id)
