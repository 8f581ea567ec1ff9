import type { Activity, Part } from '../../activities/schema.ts'
import type { InspectionFinding } from '../schema.ts'
import { named, placeOf, timeOf, titleOf } from '../sitting.ts'
import { sameTime } from './same-time.ts'

/** Whom a part brings together: the committee, one group, or the branch. */
const scopeOf = ({ purpose, groupId }: Part): string =>
  purpose === 'committeeMeeting' ? 'committee' : purpose === 'groupMeeting' ? `group ${groupId ?? ''}` : 'branch'

const scopeNames = { committee: '都是支部委员会', branch: '都是全支部' }

/** The scope that two sittings share; a group of which nobody knows which it is is none. */
function sharedScope(a: Activity, b: Activity): string | null {
  const scopes = new Set(a.parts.map(scopeOf))
  const shared = b.parts.find((part) => scopes.has(scopeOf(part)) && scopeOf(part) !== 'group ')
  if (!shared) return null
  const scope = scopeOf(shared)
  return scope === 'committee' || scope === 'branch' ? scopeNames[scope] : `都是${shared.groupName}`
}

/** Two meetings of the same people, or in the same room, at overlapping times. */
export function overlaps(activities: readonly Activity[]): InspectionFinding[] {
  return sameTime(activities).flatMap(([a, b]): InspectionFinding[] => {
    const isSameRoom = placeOf(a) !== '' && placeOf(a) === placeOf(b)
    const why = [sharedScope(a, b), isSameRoom ? `都在${a.place}` : null].filter((each) => each !== null)
    if (why.length === 0) return []
    const text = `${named(a)}（${timeOf(a)}）与「${titleOf(b)}」（${timeOf(b)}）时间重叠，${why.join('，')}。`
    return [{ kind: 'overlap', records: [a.id, b.id], text, sources: [] }]
  })
}
