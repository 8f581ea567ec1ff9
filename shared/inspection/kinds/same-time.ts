import type { Activity } from '../../activities/schema.ts'
import { byText } from '../../kernel/order.ts'
import { tookPlace } from '../sitting.ts'

const end = ({ startTime, endTime }: Activity) => endTime ?? startTime ?? ''

const overlapping = (a: Activity, b: Activity): boolean => {
  if (!a.startTime || !b.startTime) return false
  // Without an end only the beginning is known: it must lie in the other meeting, or be the same.
  if (a.startTime === b.startTime) return true
  return a.startTime < end(b) && b.startTime < end(a)
}

/** Pairs of meetings of one day whose times overlap; one that begins when another ends does not. Earlier one first. */
export function sameTime(activities: readonly Activity[]): (readonly [Activity, Activity])[] {
  const days = Map.groupBy(
    activities.filter((activity) => tookPlace(activity) && activity.startTime),
    ({ date }) => date,
  )
  return [...days]
    .toSorted(([a], [b]) => byText(a, b))
    .flatMap(([, sittings]) => {
      const ordered = sittings.toSorted((a, b) => byText(a.startTime ?? '', b.startTime ?? '') || byText(a.id, b.id))
      return ordered.flatMap((first, i) =>
        ordered.slice(i + 1).flatMap((second) => (overlapping(first, second) ? [[first, second] as const] : [])),
      )
    })
}
