import type { Audience } from '../activities/details.ts'
import type { PlainDate } from '../kernel/dates.ts'
import { rosterOfDay } from '../members/roster.ts'
import type { RosterHistory } from '../members/schema.ts'
import type { DossierRecord, SittingRecord } from '../obligations/records.ts'
import { dayOfYear } from '../obligations/standing.ts'
import { heldIn, inOrder, type StudyEntry } from './tiers.ts'

/** Whom study can be meant for in particular (DOMAIN 5.2); what is for everybody is no 分类指导. */
export const guidedAudiences = ['inService', 'retired', 'youth'] as const satisfies readonly Audience[]

export interface AudienceLine {
  readonly audience: (typeof guidedAudiences)[number]
  readonly entries: readonly StudyEntry[]
}

/** A member 不作硬性要求, with the visits that brought study home (送学上门). */
export interface HomeStudyLine {
  readonly personId: string
  readonly name: string
  readonly entries: readonly StudyEntry[]
}

/** Sittings of a year by audience: each once for every audience its parts were meant for. */
export function audienceLines(year: number, records: readonly SittingRecord[], today: PlainDate): AudienceLine[] {
  const held = heldIn(year, records, today)
  return guidedAudiences.map((audience) => ({
    audience,
    entries: inOrder(
      held
        .filter(({ parts }) => parts.some((part) => part.audience === audience))
        .map(({ id, date, title }) => ({ recordId: id, isSitting: true, date, title, hours: null })),
    ),
  }))
}

/**
 * 送学上门 of a year as of a day (党员教育管理工作条例 第二十三条): who is not bound to attend on the last day of the year that is
 * known, in roster order, with the visits that name them.
 *
 * @param visits records of 走访慰问 whose sort is 送学上门
 */
export function homeStudyLines(
  year: number,
  input: {
    readonly history: RosterHistory
    readonly visits: readonly Pick<DossierRecord, 'id' | 'date' | 'forYear' | 'title' | 'people'>[]
    readonly today: PlainDate
  },
): HomeStudyLine[] {
  const visits = input.visits.filter(({ forYear, date }) => forYear === year && date <= input.today)
  return rosterOfDay(input.history, dayOfYear(year, input.today))
    .members.filter(({ exemptReason }) => exemptReason !== null)
    .map(({ personId, name }) => ({
      personId,
      name,
      entries: inOrder(
        visits
          .filter(({ people }) => people.some((person) => person.personId === personId && person.role === 'visited'))
          .map(({ id, date, title }) => ({ recordId: id, isSitting: false, date, title, hours: null })),
      ),
    }))
}
