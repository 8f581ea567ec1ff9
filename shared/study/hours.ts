import type { PlainDate } from '../kernel/dates.ts'
import { rosterOfDay } from '../members/roster.ts'
import type { MemberCategory, RosterHistory } from '../members/schema.ts'
import { type DossierRecord, isHeld, type SittingRecord } from '../obligations/records.ts'
import { dayOfYear } from '../obligations/standing.ts'
import { madeUp } from './make-up.ts'
import { roundHours } from './round-hours.ts'

/** Where hours come from, as table 8.3 has its columns; `cadre` is a ledger of its own. */
export const hourSources = ['group', 'training', 'superiorTraining', 'online', 'selfStudy', 'cadre'] as const
export type HourSource = (typeof hourSources)[number]

/** The sources that member hours are the sum of. */
export const memberSources = hourSources.filter((source) => source !== 'cadre')

/** One record that gave a member hours. */
export interface HourEntry {
  readonly source: HourSource
  readonly recordId: string
  readonly isSitting: boolean
  readonly date: PlainDate
  readonly title: string
  readonly hours: number
}

/** What stands in the place of a target that there is none of. */
export const noTarget = '不作硬性要求'

export interface HourLine {
  readonly personId: string
  readonly name: string
  readonly category: MemberCategory
  readonly isCommittee: boolean
  /** Hours wanted of the member in the year; null: 不作硬性要求. */
  readonly target: number | null
  readonly hours: Readonly<Record<HourSource, number>>
  /** Without the cadre ledger. */
  readonly total: number
  /** What is still to come; 0 when nothing is wanted. */
  readonly missing: number
  readonly entries: readonly HourEntry[]
}

export interface HourInput {
  readonly records: readonly SittingRecord[]
  readonly dossiers: readonly DossierRecord[]
  readonly history: RosterHistory
  readonly today: PlainDate
  readonly targets: { readonly member: number; readonly committee: number }
}

const sourceOfKind: Readonly<Record<string, HourSource>> = {
  makeUpStudy: 'group',
  onlineHours: 'online',
  selfStudy: 'selfStudy',
  cadreTraining: 'cadre',
}

function sourceOf({ kind, level }: DossierRecord): HourSource | null {
  if (kind === 'centralTraining') return level === 'own' ? 'training' : 'superiorTraining'
  return sourceOfKind[kind] ?? null
}

/** Hours of a sitting: once for each person, however many of its parts carry hours (DOMAIN 2.2). */
function sittingEntry(record: SittingRecord, personId: string): HourEntry | null {
  const hours = record.parts
    .filter((part) => part.attendance?.some((row) => row.personId === personId && row.present) === true)
    .map((part) => part.hours ?? 0)
  const most = Math.max(0, ...hours)
  return most === 0
    ? null
    : { source: 'group', recordId: record.id, isSitting: true, date: record.date, title: record.title, hours: roundHours(most) }
}

/** Hours a record gives a person: their own, or those of everybody in it; null: none, or they are not in it. */
export function hoursFor({ hours, hoursByPerson, people }: DossierRecord, personId: string): number | null {
  if (!people.some((person) => person.personId === personId)) return null
  return hoursByPerson?.get(personId) ?? hours
}

/**
 * Whether a record of 补学 counts for a person: never beside the hours of the sitting it makes up for, and one for each sitting.
 */
function countsAsMakeUp(
  { id, kind, links = [] }: DossierRecord,
  personId: string,
  known: { readonly gave: ReadonlySet<string>; readonly inRecord: ReturnType<typeof madeUp> },
): boolean {
  if (kind !== 'makeUpStudy' || links.length === 0) return true
  return links.some((sitting) => !known.gave.has(sitting) && known.inRecord(sitting, personId) === id)
}

function dossierEntry(record: DossierRecord, personId: string): HourEntry | null {
  const source = sourceOf(record)
  const hours = hoursFor(record, personId)
  if (source === null || hours === null) return null
  return { source, recordId: record.id, isSitting: false, date: record.date, title: record.title, hours: roundHours(hours) }
}

/**
 * 学时统计 of a year as of a day (DOMAIN 8.3): hours of sittings by the attendance stored with them, and of trainings, online
 * and self-study as registered. Member hours and cadre hours are two ledgers (DOMAIN 0.2 item 11).
 *
 * @returns one line for each member of the last day of the year that is known, in roster order
 */
export function studyHours(year: number, input: HourInput): HourLine[] {
  const { today, history } = input
  const day = dayOfYear(year, today)
  const sittings = input.records.filter((record) => isHeld(record, today) && record.date.startsWith(`${year}-`))
  const dossiers = input.dossiers.filter(({ forYear, date }) => forYear === year && date <= today)
  const inRecord = madeUp(dossiers)
  return rosterOfDay(history, day).members.map(({ personId, name, category, isCommittee, exemptReason }): HourLine => {
    const attended = sittings.flatMap((record) => sittingEntry(record, personId) ?? [])
    const gave = new Set(attended.map(({ recordId }) => recordId))
    const entries = [
      ...attended,
      ...dossiers
        .filter((record) => countsAsMakeUp(record, personId, { gave, inRecord }))
        .flatMap((record) => dossierEntry(record, personId) ?? []),
    ].toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    const sum = (source: HourSource) => entries.reduce((all, entry) => all + (entry.source === source ? entry.hours : 0), 0)
    const hours = {
      group: sum('group'),
      training: sum('training'),
      superiorTraining: sum('superiorTraining'),
      online: sum('online'),
      selfStudy: sum('selfStudy'),
      cadre: sum('cadre'),
    }
    const total = hours.group + hours.training + hours.superiorTraining + hours.online + hours.selfStudy
    const target = exemptReason === null ? (isCommittee ? input.targets.committee : input.targets.member) : null
    return {
      personId,
      name,
      category,
      isCommittee,
      target,
      hours,
      total,
      missing: target === null ? 0 : Math.max(0, target - total),
      entries,
    }
  })
}

/** A shortfall is shown from the last quarter on only (DOMAIN 8.3: after 30 September). */
export const showsShortfall = (year: number, today: PlainDate): boolean => today > `${year}-09-30`
