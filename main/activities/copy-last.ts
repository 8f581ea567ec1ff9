import type { LastSitting } from '#shared/activities/contract.ts'
import type { Purpose } from '#shared/activities/schema.ts'
import { type PlainDate, yearOf } from '#shared/kernel/dates.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { readActivity, readActivityLines } from './read.ts'

/**
 * 「复制上次」: the last sitting of the same purpose and group before a day, as far as it may be copied: place, chair,
 * recorder, those not strictly required, agenda headings. Never speech, votes or resolutions (PRACTICE §2).
 *
 * @returns null where there was none in the year of the day and the two before
 */
export function lastSitting(ledger: OpenLedger, purpose: Purpose, date: PlainDate, groupId: string | null): LastSitting | null {
  for (const year of [yearOf(date), yearOf(date) - 1, yearOf(date) - 2]) {
    const line = readActivityLines(ledger, { year })
      .filter((each) => each.date < date && each.state !== 'planned' && each.purposes.includes(purpose))
      .filter((each) => purpose !== 'groupMeeting' || each.groupId === groupId)
      .toSorted((a, b) => (a.date < b.date ? 1 : -1))[0]
    if (!line) continue
    const { place, chair, recorder, startTime, endTime, parts } = readActivity(ledger, line.id)
    const part = parts.find((each) => each.purpose === purpose)
    return {
      id: line.id,
      date: line.date,
      title: part?.title ?? line.title,
      startTime: startTime ?? null,
      endTime: endTime ?? null,
      place,
      chair: chair ?? null,
      recorder: recorder ?? null,
      // Only a standing exemption goes on from one meeting to the next; a leave of that day does not.
      exempt: (part?.absentees ?? [])
        .filter((absentee) => absentee.reason === 'exempt')
        .map(({ personId, name }) => ({ personId: personId ?? null, name })),
      agenda: (part?.agenda ?? []).map((item) => item.title),
    }
  }
  return null
}
