import type { PlainDate } from '../kernel/dates.ts'
import type { CheckName } from './scheme.ts'

/** A record as rules count it. */
export interface FactRecord {
  readonly id: string
  readonly type: 'activity' | 'dossier'
  readonly date: PlainDate
  readonly title: string
  /** Parts of a sitting. */
  readonly parts: readonly { readonly id: string; readonly purpose: string }[]
  /** Names it counts under: purposes, kinds, `firstAgendaItem`. */
  readonly countsAs: readonly string[]
  readonly forYear: number
  readonly groupIds: readonly string[]
  readonly tiers: readonly string[]
  readonly audiences: readonly string[]
  /** Half of the year it is about, where it says so. */
  readonly half: 1 | 2 | null
  /** Level of an honour. */
  readonly level: string
  /** Kinds of evidence it yields. */
  readonly evidence: readonly string[]
}

/** A named yes or no with the reason in words. */
export interface Check {
  readonly isTrue: boolean
  readonly reason: string
}

/** Everything that indicators are judged from. */
export interface RatingFacts {
  readonly year: number
  readonly today: PlainDate
  readonly records: readonly FactRecord[]
  readonly groups: readonly { readonly id: string; readonly name: string }[]
  readonly hasCommittee: boolean
  readonly hasLeadingCadre: boolean
  /** Hours of each member of whom some are wanted. */
  readonly hours: readonly { readonly name: string; readonly isCommittee: boolean; readonly total: number }[]
  readonly talks: Readonly<Record<string, { readonly due: number; readonly covered: number; readonly words: string }>>
  /** 0 to 1; null: nothing to compute it from. */
  readonly rates: { readonly attendanceRate: number | null; readonly satisfaction: number | null }
  readonly audiencesOnRoster: number
  readonly checks: Readonly<Record<CheckName, Check>>
  /** Whether the committee is within its term; null: its beginning is not known. */
  readonly term: Check | null
}
