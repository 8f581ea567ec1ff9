import { isLateEntry } from '#shared/activities/late.ts'
import type { Activity, ActivityLine, Part } from '#shared/activities/schema.ts'
import { AppError } from '#shared/kernel/errors.ts'
import { readAttachmentRefs } from '../attachments/read.ts'
import { readBranch, selectGroups } from '../branch/read.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { recordNumber } from './numbering.ts'
import {
  lineOf,
  type StoredActivity,
  type StoredPart,
  selectActivity,
  selectActivityIds,
  selectAttendance,
  selectEveryActivityId,
  selectLines,
  selectParts,
  selectResolutions,
  selectTaggedIds,
} from './store.ts'

interface ReadContext {
  readonly ledger: OpenLedger
  readonly groupNames: ReadonlyMap<string, string>
  readonly lateAfterDays: number
}

function readContext(ledger: OpenLedger): ReadContext {
  return {
    ledger,
    groupNames: new Map(selectGroups(ledger.db).map((group) => [group.id, group.name])),
    lateAfterDays: readBranch(ledger).settings.lateAfterDays,
  }
}

function partOf(context: ReadContext, stored: StoredPart): Part {
  const { activityId: _activityId, position: _position, numberYear, number, ...part } = stored
  const attendance = selectAttendance(context.ledger.db, stored.id).map(
    ({ id: _id, partId: _partId, position: _at, ...row }) => row,
  )
  return {
    ...part,
    groupName: context.groupNames.get(part.groupId ?? '') ?? '',
    recordNumber: recordNumber(part.purpose, numberYear, number),
    attendance,
    absentees: attendance
      .filter((row) => !row.present)
      .map((row) => ({
        personId: row.personId,
        name: row.name,
        reason: row.reason ?? 'other',
        note: row.note,
        writtenOpinion: row.writtenOpinion,
      })),
    resolutions: selectResolutions(context.ledger.db, stored.id).map(
      ({ partId: _partId, position: _at, ...resolution }) => resolution,
    ),
  }
}

function whole(context: ReadContext, stored: StoredActivity): Activity {
  const { deletedAt: _deletedAt, ...activity } = stored
  return {
    ...activity,
    isLate: isLateEntry(stored, context.lateAfterDays),
    parts: selectParts(context.ledger.db, stored.id).map((part) => partOf(context, part)),
    attachments: readAttachmentRefs(context.ledger, stored.id),
  }
}

/** One sitting with everything in it; nothing where there is none, or it lies in the bin. */
export function findActivity(ledger: OpenLedger, id: string): Activity | undefined {
  const stored = selectActivity(ledger.db, id)
  return stored && stored.deletedAt === null ? whole(readContext(ledger), stored) : undefined
}

/** One sitting with everything in it. @throws AppError NOT_FOUND */
export function readActivity(ledger: OpenLedger, id: string): Activity {
  const found = findActivity(ledger, id)
  if (!found) throw new AppError('NOT_FOUND', { what: '会议记录' })
  return found
}

/** All sittings of a year, by date or by 归属年度 of a part, oldest first. */
export function readActivities(ledger: OpenLedger, { year }: { readonly year: number }): Activity[] {
  const context = readContext(ledger)
  return selectActivityIds(ledger.db, year).flatMap((id) => {
    const stored = selectActivity(ledger.db, id)
    return stored ? [whole(context, stored)] : []
  })
}

/** Sittings of any year that carry campaigns (专项活动), oldest first. */
export function readTaggedActivities(ledger: OpenLedger): Activity[] {
  const context = readContext(ledger)
  return selectTaggedIds(ledger.db).flatMap((id) => {
    const stored = selectActivity(ledger.db, id)
    return stored ? [whole(context, stored)] : []
  })
}

/** The sittings of a year as one line each. */
export function readActivityLines(ledger: OpenLedger, { year }: { readonly year: number }): ActivityLine[] {
  const { groupNames, lateAfterDays } = readContext(ledger)
  return selectLines(ledger.db, year).map((row) =>
    lineOf(
      row,
      groupNames.get(row.groupId ?? '') ?? '',
      isLateEntry({ origin: row.origin, date: row.date, enteredOn: row.enteredOn }, lateAfterDays),
    ),
  )
}

/** Every sitting ever, with the time it was put into the bin: for a pack that hands the whole ledger over. */
export function readEveryActivity(ledger: OpenLedger): (Activity & { readonly deletedAt: string | null })[] {
  const context = readContext(ledger)
  return selectEveryActivityId(ledger.db).flatMap((id) => {
    const stored = selectActivity(ledger.db, id)
    return stored ? [{ ...whole(context, stored), deletedAt: stored.deletedAt }] : []
  })
}
