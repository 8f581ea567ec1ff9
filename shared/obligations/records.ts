import type { Audience, Organizer, PartDetails, StudyTier } from '../activities/details.ts'
import type { AbsenceReason, ActivityState, Origin, Purpose } from '../activities/schema.ts'
import type { AppraisalSettings } from '../appraisal/grades.ts'
import type { GradeLine } from '../appraisal/opinion.ts'
import type { DuesLine } from '../dues/dues.ts'
import type { ElectionCase } from '../elections/case.ts'
import type { PlainDate } from '../kernel/dates.ts'
import { byText } from '../kernel/order.ts'
import type { RosterHistory } from '../members/schema.ts'
import { type CountsToward, dutiesOf, type RuleTable } from './rule-table.ts'
import type { PeriodOutcome } from './schema.ts'

/** Who was at a part, as stored with it. */
export interface AttendanceRecord {
  readonly personId: string | null
  readonly present: boolean
  readonly reason: AbsenceReason | null
  readonly exempt: boolean
}

export interface PartRecord {
  readonly purpose: Purpose
  readonly groupId?: string | null | undefined
  readonly forYear: number
  readonly lecturer?: { readonly personId?: string | null | undefined; readonly name: string } | null | undefined
  /** False: 名单未录, `attendance` names some absentees only. */
  readonly rosterKnown?: boolean | undefined
  readonly details?: PartDetails | null | undefined
  readonly hours?: number | null | undefined
  readonly studyTier?: StudyTier | null | undefined
  readonly audience?: Audience | null | undefined
  /** Headings of its items, in order. */
  readonly agendaTitles?: readonly string[] | undefined
  readonly attendance?: readonly AttendanceRecord[] | undefined
}

/** What the engine needs to know of a sitting. */
export interface SittingRecord {
  readonly id: string
  readonly date: PlainDate
  readonly state: ActivityState
  readonly origin: Origin
  readonly title: string
  /** Empty: the branch itself. */
  readonly organizer?: Organizer | null | undefined
  readonly parts: readonly PartRecord[]
}

/** 情况说明 given for a period in which nothing was held. */
export interface Explanation {
  readonly ruleId: string
  /** The branch, the group or the person. */
  readonly scopeId: string
  readonly period: string
  readonly text: string
}

/** What the engine needs to know of a dated record beside the sittings. */
export interface DossierRecord {
  readonly id: string
  readonly kind: string
  /** Names under which rules count it, its kind among them. */
  readonly countsAs: readonly string[]
  readonly date: PlainDate
  /** The last day of what lasts; null: it goes on. */
  readonly endDate?: PlainDate | null
  readonly forYear: number
  readonly title: string
  readonly people: readonly { readonly personId: string | null; readonly role: string; readonly name?: string }[]
  /** Which half of the year it is about, where it says so. */
  readonly half: 1 | 2 | null
  /** Hours for each of its people; null: it gives none. */
  readonly hours: number | null
  /** Hours of some of its people where they differ, by person; they go before `hours`. */
  readonly hoursByPerson?: ReadonlyMap<string, number>
  /** Sittings and records it rests on. */
  readonly links?: readonly string[]
  /** Who organised a training; empty elsewhere. */
  readonly level: string
  /** Why a talk was held or is wanted: a key of the kind. */
  readonly reason?: string
  /** The last day on which 对照检查材料 is asked for. */
  readonly dueOn?: PlainDate | null
  /** Grades of a 评定意见. */
  readonly grades?: readonly GradeLine[]
}

/** The table of a year. */
export interface DuesTable {
  readonly id: string
  readonly year: number
  readonly date: PlainDate
  readonly title: string
  readonly lines: readonly DuesLine[]
}

export interface EngineInput {
  readonly table: Pick<RuleTable, 'countsToward'>
  readonly branch: { readonly id: string; readonly name: string }
  readonly history: RosterHistory
  /** In any order. */
  readonly records: readonly SittingRecord[]
  /** In any order; left out: none are kept. */
  readonly dossiers?: readonly DossierRecord[] | undefined
  /** Elections of any year; left out: none are kept. */
  readonly elections?: readonly ElectionCase[] | undefined
  /** Tables of 党费, one for each year. */
  readonly dues?: readonly DuesTable[] | undefined
  /** 党费 is paid by the quarter. */
  readonly paysDuesQuarterly?: boolean
  /** `MM-DD`: by which day the handbook of the year before is handed in. */
  readonly handbookDay?: string
  readonly explanations: readonly Explanation[]
  /** How the branch grades; left out: as by default. */
  readonly appraisal?: AppraisalSettings | undefined
  /** Activities called by a superior organisation fulfil the branch's own duties. */
  readonly countsSuperiorActivities?: boolean
  /** As of this day, inclusive. */
  readonly today: PlainDate
}

/** Held and recorded: signed or waiting for signatures, or from an old ledger; and not in the future. */
export const isHeld = (record: SittingRecord, today: PlainDate): boolean =>
  record.date <= today &&
  (record.state === 'toSign' || record.state === 'signed' || (record.origin === 'imported' && record.state !== 'planned'))

/** Whether a sitting can fulfil a duty of the branch: one called by an organisation above only where the branch says so. */
export const isOwn = (record: SittingRecord, input: EngineInput): boolean =>
  (record.organizer ?? 'branch') === 'branch' || input.countsSuperiorActivities === true

/** The parts of a sitting that count toward a purpose (DOMAIN 2.2). */
export function partsToward(record: SittingRecord, purpose: Purpose, map: readonly CountsToward[]): PartRecord[] {
  const sitting = record.parts.map((part) => part.purpose)
  return record.parts.filter((part) => dutiesOf(part.purpose, sitting, map).includes(purpose))
}

/** Records as the proof of a period: oldest first, whatever order they came in. */
export function asProof(records: readonly Pick<SittingRecord, 'id' | 'date' | 'title'>[]): PeriodOutcome['records'] {
  return records
    .map(({ id, date, title }) => ({ id, date, title }))
    .toSorted((a, b) => byText(a.date, b.date) || byText(a.id, b.id))
}
