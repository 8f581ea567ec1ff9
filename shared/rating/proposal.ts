import type { Purpose } from '../activities/schema.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { FactRecord, RatingFacts } from './facts.ts'
import type { AutoRule } from './scheme.ts'

/** What is known of a thing that is missing, for the form that would record it. */
export interface Gap {
  /** A day of its period, to be corrected: today while it runs, else its last. */
  readonly date?: PlainDate | undefined
  /** Half of the year it is about. */
  readonly half?: 1 | 2 | undefined
  readonly groupId?: string | undefined
  /** 四学 level or audience that is missing. */
  readonly value?: string | undefined
  /** Whom it is about, by ids. */
  readonly personIds?: readonly string[] | undefined
  /** The sitting in which it would stand. */
  readonly activityId?: string | undefined
  /** The kind of sitting in which it would be new. */
  readonly purpose?: Purpose | undefined
}

/** What records say about an indicator; a person confirms it. */
export interface Proposal {
  /** Null: 需人工评定. */
  readonly points: number | null
  readonly isNotApplicable: boolean
  /** A veto that its rule finds. */
  readonly isTriggered: boolean
  /** 8月未记录支部委员会会议 */
  readonly reason: string
  readonly records: readonly FactRecord[]
  readonly missing: readonly string[]
  /** What is known of the first thing missing; null: nothing beyond that it is missing. */
  readonly gap: Gap | null
}

export type Of<K extends AutoRule['kind']> = Extract<AutoRule, { kind: K }>

export const proposal = (own: Partial<Proposal> & Pick<Proposal, 'points' | 'reason'>): Proposal => ({
  isNotApplicable: false,
  isTriggered: false,
  records: [],
  missing: [],
  gap: null,
  ...own,
})

export const notApplicable = (reason: string) => proposal({ points: null, isNotApplicable: true, reason })

/** Rounded down to 0.1 (DOMAIN 4.2). */
export const down = (points: number) => Math.floor(points * 10 + 1e-9) / 10

/** Records of the year that count under a name, none from after today. */
export const countsAs = (facts: RatingFacts, name: string) =>
  facts.records.filter((record) => record.countsAs.includes(name) && record.forYear === facts.year && record.date <= facts.today)
