import type { Activity } from '#shared/activities/schema.ts'
import type { BranchProfile } from '#shared/branch/schema.ts'
import type { Dossier } from '#shared/dossier/schema.ts'
import { AppError } from '#shared/kernel/errors.ts'
import type { RosterHistory } from '#shared/members/schema.ts'
import { isHeld } from '#shared/obligations/engine.ts'
import type { YearSummary } from '#shared/obligations/schema.ts'
import { readActivities } from '../../activities/read.ts'
import { readStoredAttachments } from '../../attachments/read.ts'
import { readBranch } from '../../branch/read.ts'
import { readDossiers } from '../../dossier/read.ts'
import type { OpenLedger } from '../../ledger/open-ledger.ts'
import { readRosterHistory } from '../../members/read.ts'
import { summarizeYear } from '../../obligations/service.ts'
import { type Clock, today } from '../../platform/clock.ts'

/** An attachment with the place of its content; `file` is null when the content is no longer in the ledger. */
export type GatheredAttachment = ReturnType<typeof readStoredAttachments>[number] & { readonly file: string | null }

export interface GatheredRecord {
  readonly activity: Activity
  readonly attachments: readonly GatheredAttachment[]
}

export interface GatheredDossier {
  readonly dossier: Dossier
  readonly attachments: readonly GatheredAttachment[]
}

/** Everything of one year that goes into an evidence pack, read in one go and independent of the ledger afterwards. */
export interface GatheredYear {
  readonly year: number
  readonly madeOn: string
  readonly branch: BranchProfile
  readonly roster: RosterHistory
  readonly summary: YearSummary
  /** Held and recorded, with at least one part that belongs to the year (归属年度); oldest first. */
  readonly records: readonly GatheredRecord[]
  /** The same with everything that was unticked. */
  readonly all: readonly GatheredRecord[]
  /** How much was unticked; attachments of unticked records count with their record. */
  readonly excluded: { readonly records: number; readonly attachments: number }
  /** Dated records of the year with their files, by kind and day; without what was unticked. */
  readonly dossiers: readonly GatheredDossier[]
  readonly allDossiers: readonly GatheredDossier[]
  /** Sittings of the year that are planned or not yet recorded. */
  readonly unfinished: number
}

/** Files of a record that may leave the house: sealed ones stay. */
function attachmentsOf(ledger: OpenLedger, ownerId: string): GatheredAttachment[] {
  return readStoredAttachments(ledger, ownerId)
    .filter(({ isSealed }) => !isSealed)
    .map((attachment) => ({
      ...attachment,
      file: ledger.attachments.has(attachment.sha256) ? ledger.attachments.pathOf(attachment.sha256) : null,
    }))
}

/**
 * Reads a year. Synchronous: nothing can change between the first row and the last.
 *
 * @throws AppError PACK_NOTHING when the year has no record, NOT_FOUND before a branch is made
 */
export function gatherYear(ledger: OpenLedger, year: number, clock: Clock, exclude: ReadonlySet<string> = new Set()): GatheredYear {
  const branch = readBranch(ledger)
  const day = today(clock)
  const ofYear = readActivities(ledger, { year }).filter(({ parts }) => parts.some(({ forYear }) => forYear === year))
  const held = ofYear.filter((activity) => isHeld({ ...activity, title: '' }, day))
  const allDossiers = readDossiers(ledger, { year }).map((dossier) => ({ dossier, attachments: attachmentsOf(ledger, dossier.id) }))
  if (held.length + allDossiers.length === 0) throw new AppError('PACK_NOTHING', { year })
  const all = held.map((activity) => ({ activity, attachments: attachmentsOf(ledger, activity.id) }))
  const isKept = ({ id }: { readonly id: string }) => !exclude.has(id)
  const dossiers = allDossiers
    .filter(({ dossier }) => isKept(dossier))
    .map(({ dossier, attachments }) => ({
      dossier: { ...dossier, attachments: dossier.attachments.filter(isKept) },
      attachments: attachments.filter(isKept),
    }))
  const records = all
    .filter(({ activity }) => isKept(activity))
    .map(({ activity, attachments }) => ({
      activity: { ...activity, attachments: activity.attachments.filter(isKept) },
      attachments: attachments.filter(isKept),
    }))
  if (records.length + dossiers.length === 0) throw new AppError('PACK_NOTHING', { year })
  return {
    year,
    madeOn: day,
    branch,
    roster: readRosterHistory(ledger),
    summary: summarizeYear(ledger, year, clock),
    records,
    all,
    dossiers,
    allDossiers,
    excluded: {
      records: all.length - records.length + allDossiers.length - dossiers.length,
      attachments:
        records.reduce((sum, { activity }) => sum - activity.attachments.length, 0) +
        all.filter(({ activity }) => isKept(activity)).reduce((sum, { attachments }) => sum + attachments.length, 0),
    },
    unfinished: ofYear.length - held.length,
  }
}
