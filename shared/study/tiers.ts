import { type StudyTier, studyTiers } from '../activities/details.ts'
import type { PlainDate } from '../kernel/dates.ts'
import { byText } from '../kernel/order.ts'
import { type DossierRecord, isHeld, type SittingRecord } from '../obligations/records.ts'
import { roundHours } from './round-hours.ts'

/** One record behind a figure of the year's study. */
export interface StudyEntry {
  readonly recordId: string
  readonly isSitting: boolean
  readonly date: PlainDate
  readonly title: string
  /** Hours of the session, not of its people; null: the record has none. */
  readonly hours: number | null
}

export interface TierLine {
  readonly tier: StudyTier
  /** Sum over its entries. */
  readonly hours: number
  /** Each is one time; oldest first. */
  readonly entries: readonly StudyEntry[]
}

/** What somebody else organised in one of the first two tiers, noted for reference. */
export interface TierReference extends Pick<DossierRecord, 'id' | 'date' | 'forYear' | 'title' | 'hours'> {
  readonly tier: string
}

/** Sittings of a year that were held, as of a day. */
export const heldIn = (year: number, records: readonly SittingRecord[], today: PlainDate): SittingRecord[] =>
  records.filter((record) => isHeld(record, today) && record.date.startsWith(`${year}-`))

/** Oldest first, whatever order they came in. */
export const inOrder = <T extends Pick<StudyEntry, 'date' | 'recordId'>>(entries: readonly T[]): T[] =>
  entries.toSorted((a, b) => byText(a.date, b.date) || byText(a.recordId, b.recordId))

function sittingOfTier(record: SittingRecord, tier: StudyTier): StudyEntry[] {
  const parts = record.parts.filter((part) => part.studyTier === tier)
  if (parts.length === 0) return []
  const hours = roundHours(Math.max(...parts.map((part) => part.hours ?? 0)))
  return [{ recordId: record.id, isSitting: true, date: record.date, title: record.title, hours: hours === 0 ? null : hours }]
}

/**
 * 四学情况 of a year as of a day (DOMAIN 5.1). A sitting counts once in a tier however many of its parts name it; sessions
 * without a tier are in none.
 *
 * @returns a line for each tier, in the order of the mechanism
 */
export function studyTierLines(
  year: number,
  input: { readonly records: readonly SittingRecord[]; readonly references: readonly TierReference[]; readonly today: PlainDate },
): TierLine[] {
  const held = heldIn(year, input.records, input.today)
  const references = input.references.filter(({ forYear, date }) => forYear === year && date <= input.today)
  return studyTiers.map((tier) => {
    const noted = references
      .filter((reference) => reference.tier === tier)
      .map(({ id, date, title, hours }) => ({ recordId: id, isSitting: false, date, title, hours }))
    const entries = inOrder([...held.flatMap((record) => sittingOfTier(record, tier)), ...noted])
    return { tier, hours: entries.reduce((sum, entry) => sum + (entry.hours ?? 0), 0), entries }
  })
}
