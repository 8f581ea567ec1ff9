import type { Activity } from '../../activities/schema.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { InspectionFinding } from '../schema.ts'
import { named, tookPlace } from '../sitting.ts'

/**
 * Meetings on a day when offices are closed.
 *
 * @param restDayWords what kind of rest day it is (星期六，周末), or null for a working day
 */
export function restDays(activities: readonly Activity[], restDayWords: (date: PlainDate) => string | null): InspectionFinding[] {
  return activities.filter(tookPlace).flatMap((activity): InspectionFinding[] => {
    const words = restDayWords(activity.date)
    if (words === null) return []
    const reason = activity.adjustedReason ? `；已写明因故调整：${activity.adjustedReason}` : ''
    return [{ kind: 'restDay', records: [activity.id], text: `${named(activity)}的日期是${words}${reason}。`, sources: [] }]
  })
}
