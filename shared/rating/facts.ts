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
  /** Ids of the records it was read from; left out: it is read from the roster. */
  readonly records?: readonly string[]
  /** What is still to be put on record, where the check itself finds a gap. */
  readonly missing?: readonly string[]
  /** The record in which the first of it would stand. */
  readonly missingIn?: string
}

/** A duty of the rule table, as far as its frequency goes. */
export interface KnownFrequency {
  /** What is counted, or `hours:member`, `hours:committeeMember`. */
  readonly record: string
  readonly period: string
  readonly min: number
  /** Why it is no more than local; empty: the Party's regulations say so themselves. */
  readonly localSource: string
}

/** How far the talks of one pairing go. */
export interface TalkFacts {
  readonly due: number
  readonly covered: number
  /** Whose talk is not registered; empty: nobody's. */
  readonly words: string
  /** The first of them: two members who have not talked with each other, or one. */
  readonly firstGap?: readonly string[] | undefined
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
  readonly hours: readonly {
    readonly personId: string
    readonly name: string
    readonly isCommittee: boolean
    readonly total: number
  }[]
  readonly talks: Readonly<Record<string, TalkFacts>>
  /** 0 to 1; null: nothing to compute it from. */
  readonly rates: { readonly attendanceRate: number | null; readonly satisfaction: number | null }
  readonly audiencesOnRoster: number
  readonly checks: Readonly<Record<CheckName, Check>>
  /** When the committee in office was elected, `2023-05` or to the day; null: nobody knows. */
  readonly termStart: string | null
  /** The last day of the year that is known. */
  readonly last: PlainDate
  /** 优秀 among those appraised, of the year's 评定意见; null: none is kept. */
  readonly excellent: { readonly count: number; readonly of: number } | null
  readonly frequencies: readonly KnownFrequency[]
}
