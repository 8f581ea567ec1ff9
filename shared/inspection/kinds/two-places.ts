import type { Activity } from '../../activities/schema.ts'
import { normalName } from '../../kernel/text.ts'
import type { InspectionFinding } from '../schema.ts'
import { named, placeOf, timeOf, titleOf } from '../sitting.ts'
import { sameTime } from './same-time.ts'

/** Everybody a record has in the room, by identity where it is known, else by name. */
function peopleIn(activity: Activity): Map<string, string> {
  const absent = new Set(
    activity.parts.flatMap(({ attendance }) => attendance.filter(({ present }) => !present).map(({ name }) => normalName(name))),
  )
  const rows = activity.parts.flatMap(({ attendance }) => attendance.filter(({ present }) => present))
  const people = new Map(rows.map(({ personId, name }) => [personId ?? normalName(name), name]))
  const identities = new Map(rows.map(({ personId, name }) => [normalName(name), personId ?? normalName(name)]))
  const others = [activity.chair, activity.recorder, ...activity.invitees, ...activity.parts.map(({ lecturer }) => lecturer)]
  for (const person of others) {
    const name = normalName(person?.name ?? '')
    // An absent chair is another finding, and the guests of an old ledger are often a number of people.
    if (name === '' || absent.has(name) || /\d|[名人位等、，]$/.test(name)) continue
    const id = person && 'personId' in person ? person.personId : undefined
    people.set(id ?? identities.get(name) ?? name, name)
  }
  return people
}

const listed = (names: readonly string[]) =>
  names.length > 5 ? `${names.slice(0, 5).join('、')}等${names.length}人` : names.join('、')

/** People who are at two places at overlapping times. */
export function twoPlaces(activities: readonly Activity[]): InspectionFinding[] {
  return sameTime(activities).flatMap(([a, b]): InspectionFinding[] => {
    if (placeOf(a) === '' || placeOf(b) === '' || placeOf(a) === placeOf(b)) return []
    const there = peopleIn(b)
    const names = new Set([...there.values()].map(normalName))
    const both = [...peopleIn(a)].filter(([id, name]) => there.has(id) || (id === normalName(name) && names.has(id)))
    if (both.length === 0) return []
    const text = `${listed(both.map(([, name]) => name))}同时在两处：${named(a)}（${timeOf(a)}，${a.place}）和「${titleOf(b)}」（${timeOf(b)}，${b.place}）。`
    return [{ kind: 'twoPlaces', records: [a.id, b.id], text, sources: [] }]
  })
}
