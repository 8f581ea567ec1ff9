import type { Activity, Part } from '../../activities/schema.ts'
import type { BranchProfile } from '../../branch/schema.ts'
import type { RosterEntry } from '../../members/schema.ts'

/** What is printed before and around a meeting (PRACTICE §1, DOMAIN 5.4). */
export const paperKinds = ['notice', 'signInSheet', 'agenda', 'ballots', 'tally', 'guidance'] as const
export type PaperKind = (typeof paperKinds)[number]

export const paperNames: Record<PaperKind, string> = {
  notice: '会议通知',
  signInSheet: '签到表',
  agenda: '议程（主持词）',
  ballots: '表决票、选票',
  tally: '计票单',
  guidance: '会前把关、会议指导和会后跟踪单',
}

/** A sitting with what its papers need beyond the record. */
export interface PaperSource {
  readonly activity: Activity
  readonly branch: BranchProfile
  /** For each part, in the same order: who was due that day; empty where nobody knows. */
  readonly due: readonly (readonly RosterEntry[])[]
}

export interface PaperOptions {
  /** 签到时间 as a column; offices that do not ask for it leave it out (PRACTICE §4). */
  readonly withSignInTime?: boolean
}

export const partOfSource = ({ activity }: PaperSource): Part => {
  const [first] = activity.parts
  if (!first) throw new RangeError('a sitting has at least one part')
  return first
}
