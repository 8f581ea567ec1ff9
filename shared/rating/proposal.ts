import type { FactRecord, RatingFacts } from './facts.ts'
import type { AutoRule } from './scheme.ts'

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
  /** The group of the first thing missing, for the form that would fill it. */
  readonly missingGroupId: string | null
}

export type Of<K extends AutoRule['kind']> = Extract<AutoRule, { kind: K }>

export const proposal = (own: Partial<Proposal> & Pick<Proposal, 'points' | 'reason'>): Proposal => ({
  isNotApplicable: false,
  isTriggered: false,
  records: [],
  missing: [],
  missingGroupId: null,
  ...own,
})

export const notApplicable = (reason: string) => proposal({ points: null, isNotApplicable: true, reason })

/** Rounded down to 0.1 (DOMAIN 4.2). */
export const down = (points: number) => Math.floor(points * 10 + 1e-9) / 10

/** Records of the year that count under a name, none from after today. */
export const countsAs = (facts: RatingFacts, name: string) =>
  facts.records.filter((record) => record.countsAs.includes(name) && record.forYear === facts.year && record.date <= facts.today)
