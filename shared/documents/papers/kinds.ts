import type { Activity, Part } from '../../activities/schema.ts'
import type { BranchProfile } from '../../branch/schema.ts'
import type { RosterEntry } from '../../members/schema.ts'
import type { Problem } from '../../rectification/schema.ts'
import { ballotItems } from './ballot-items.ts'

/** What is printed before, around and after a meeting (PRACTICE §1, DOMAIN 5.4, 8.6). */
export const paperKinds = [
  'notice',
  'signInSheet',
  'agenda',
  'ballots',
  'tally',
  'appraisalSheets',
  'appraisalSummary',
  'rectificationList',
  'guidance',
] as const
export type PaperKind = (typeof paperKinds)[number]

export const paperNames: Record<PaperKind, string> = {
  notice: '会议通知',
  signInSheet: '签到表',
  agenda: '议程（主持词）',
  ballots: '表决票、选票',
  tally: '计票单',
  appraisalSheets: '民主测评表',
  appraisalSummary: '民主测评汇总表',
  rectificationList: '整改清单',
  guidance: '会前把关、会议指导和会后跟踪单',
}

/** Those that there are only once the meeting was held. */
const afterwards: readonly PaperKind[] = ['appraisalSummary', 'rectificationList']

/** What several papers are called together: 会前材料 while none of them needs the meeting. */
export const materialName = (kinds: readonly PaperKind[]): string =>
  kinds.some((kind) => afterwards.includes(kind)) ? '材料' : '会前材料'

/** What belongs to the record of a meeting beside its minutes. */
export const besideMinutes: readonly PaperKind[] = ['signInSheet', ...afterwards]

/** A sitting with what its papers need beyond the record. */
export interface PaperSource {
  readonly activity: Activity
  readonly branch: BranchProfile
  /** For each part, in the same order: who was due that day; empty where nobody knows. */
  readonly due: readonly (readonly RosterEntry[])[]
  /** What is kept of the lines of its 整改清单, from 发现 to 销号; left out: nothing. */
  readonly problems?: readonly Problem[]
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

/** The papers that there can be of a sitting: ballots where something is voted on, sheets of 民主评议, the 整改清单 of 组织生活会. */
export function papersFor(activity: Activity): PaperKind[] {
  const hasBallots = ballotItems(activity).length > 0
  const has = (purpose: Part['purpose']) => activity.parts.some((part) => part.purpose === purpose)
  const hasList = activity.parts.some(({ details }) => (details?.rectifications?.length ?? 0) > 0)
  return paperKinds.filter((kind) => {
    if (kind === 'ballots' || kind === 'tally') return hasBallots
    if (kind === 'appraisalSheets' || kind === 'appraisalSummary') return has('democraticAppraisal')
    return kind !== 'rectificationList' || hasList || has('organizationalLifeMeeting')
  })
}
