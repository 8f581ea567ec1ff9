import type { PlainDate } from '../kernel/dates.ts'
import { covers, rosterOfDay } from '../members/roster.ts'
import type { MemberInterval, RosterHistory } from '../members/schema.ts'
import type { DossierRecord } from '../obligations/records.ts'
import { hoursFor } from './hours.ts'
import { roundHours } from './round-hours.ts'

/** Whose cadre hours a rule means (干部教育培训工作条例). */
export const cadreLevels = ['divisionLevelAndBelow', 'countyLevelAndAbove'] as const
export type CadreLevel = (typeof cadreLevels)[number]

/**
 * The level of a member on a day: those kept as 党员领导干部 are 县处级 and above, everybody else in service 乡科级 and below; who
 * is retired has no cadre hours.
 */
export function cadreLevelOn(intervals: readonly MemberInterval[], day: PlainDate): CadreLevel | null {
  const holding = intervals.filter((interval) => covers(interval, day))
  const isRetired = holding.some(({ kind, value }) => kind === 'serviceStatus' && value !== 'inService')
  if (isRetired) return null
  return holding.some(({ kind }) => kind === 'leadingCadre') ? 'countyLevelAndAbove' : 'divisionLevelAndBelow'
}

/** The five years a year belongs to, as the national plans of cadre education count them: 2018—2022, 2023—2027. */
export function fiveYearsOf(year: number): { readonly from: number; readonly to: number } {
  const from = 2023 + Math.floor((year - 2023) / 5) * 5
  return { from, to: from + 4 }
}

/** Hours wanted of a level, as the rules in force say; null: the branch does not ask for them. */
export type CadreTargets = Readonly<Record<CadreLevel, number | null>>

/** A line of the ledger of cadre hours against what is wanted. */
export interface CadreStanding {
  readonly level: CadreLevel
  readonly sum: number
  /** Null: the branch does not ask for them. */
  readonly target: number | null
  /** 0 where nothing is wanted. */
  readonly missing: number
  /** First year that `sum` and `target` reach back to; five years are counted together for 县处级 and above. */
  readonly from: number
  /** Last year of these; a shortfall is known only in it. */
  readonly to: number
  readonly entries: readonly {
    readonly recordId: string
    readonly date: PlainDate
    readonly title: string
    readonly hours: number
  }[]
}

/** One member's cadre hours against what is wanted of their level (干部教育培训工作条例). */
export function cadreStanding({ personId, level, sum, records }: CadreLine, year: number, targets: CadreTargets): CadreStanding {
  const target = targets[level]
  const { from, to } = level === 'countyLevelAndAbove' ? fiveYearsOf(year) : { from: year, to: year }
  return {
    level,
    sum,
    target,
    missing: target === null ? 0 : Math.max(0, target - sum),
    from,
    to,
    entries: records.map((record) => ({
      recordId: record.id,
      date: record.date,
      title: record.title,
      hours: roundHours(hoursFor(record, personId) ?? 0),
    })),
  }
}

/** One member's cadre hours: a ledger of its own, never added to the member hours (DOMAIN 0.2 item 11). */
export interface CadreLine {
  readonly personId: string
  readonly name: string
  readonly level: CadreLevel
  readonly sum: number
  readonly records: readonly DossierRecord[]
}

interface CadreInput {
  readonly dossiers: readonly DossierRecord[]
  readonly history: RosterHistory
  readonly today: PlainDate
}

/**
 * Cadre hours as of a day: of the year for 乡科级 and below, of the five years so far for 县处级 and above.
 *
 * @param day the day whose roster and levels count
 * @param input.dossiers of all the five years
 */
export function cadreHours(year: number, day: PlainDate, { dossiers, history, today }: CadreInput): CadreLine[] {
  const trainings = dossiers.filter(({ kind, date }) => kind === 'cadreTraining' && date <= today)
  const span = fiveYearsOf(year)
  return rosterOfDay(history, day).members.flatMap(({ personId, name }): CadreLine[] => {
    const level = cadreLevelOn(
      history.intervals.filter((interval) => interval.personId === personId),
      day,
    )
    if (level === null) return []
    const from = level === 'countyLevelAndAbove' ? span.from : year
    const records = trainings.filter(
      ({ forYear, people }) => from <= forYear && forYear <= year && people.some((person) => person.personId === personId),
    )
    const sum = records.reduce((all, record) => all + roundHours(hoursFor(record, personId) ?? 0), 0)
    return [{ personId, name, level, sum, records }]
  })
}
