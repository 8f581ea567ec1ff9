import { partAttendance } from '#shared/activities/attendance.ts'
import { proposedForYear } from '#shared/activities/for-year.ts'
import type { Activity, PartInput, SaveActivity } from '#shared/activities/schema.ts'
import { type PlainDate, yearOf } from '#shared/kernel/dates.ts'
import { newId } from '#shared/kernel/ids.ts'
import { normalName } from '#shared/kernel/text.ts'
import type { RosterHistory } from '#shared/members/schema.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import type { RowWriter } from '../ledger/rows.ts'
import { nextNumber } from './numbering.ts'
import {
  putActivity,
  putAttendance,
  putPart,
  putResolution,
  type StoredActivity,
  type StoredPart,
  selectActivity,
  selectAttendance,
  selectParts,
  selectResolutions,
} from './store.ts'

/** A sitting ready to be written: as the contract takes it, plus what only imports may set. */
export type ActivityToWrite = Omit<SaveActivity, 'origin' | 'attachmentIds' | 'draftId' | 'changeReason'> & {
  readonly origin: Activity['origin']
}

interface WriteContext {
  readonly rows: RowWriter
  readonly ledger: OpenLedger
  readonly history: RosterHistory
}

/** Rows of a list keep their identity by place, so that an unchanged line leaves no trace in the history. */
function replaceRows<T extends { readonly id: string }>(
  context: WriteContext,
  table: 'attendance' | 'resolution' | 'part',
  before: readonly T[],
  kept: ReadonlySet<string>,
): void {
  for (const row of before) if (!kept.has(row.id)) context.rows.remove(table, row.id)
}

function writeAttendance(context: WriteContext, part: StoredPart, input: PartInput, date: PlainDate): void {
  const before = selectAttendance(context.ledger.db, part.id)
  const used = new Set<string>()
  for (const [position, row] of partAttendance(context.history, date, input).attendance.entries()) {
    const same = before.find(
      (old) => !used.has(old.id) && (row.personId ? old.personId === row.personId : old.personId === null && old.name === row.name),
    )
    const id = same?.id ?? newId()
    used.add(id)
    putAttendance(context.rows, context.ledger.branchId, { ...row, id, partId: part.id, position })
  }
  replaceRows(context, 'attendance', before, used)
}

function writeResolutions(context: WriteContext, part: StoredPart, input: PartInput): void {
  const before = selectResolutions(context.ledger.db, part.id)
  const known = new Map(before.map((row) => [row.id, row]))
  const used = new Set<string>()
  for (const [position, resolution] of input.resolutions.entries()) {
    const same = resolution.id && !used.has(resolution.id) ? known.get(resolution.id) : undefined
    const id = same?.id ?? newId()
    used.add(id)
    putResolution(context.rows, context.ledger.branchId, {
      id,
      partId: part.id,
      position,
      text: resolution.text,
      owner: resolution.owner,
      dueOn: resolution.dueOn ?? null,
      doneOn: same?.doneOn ?? null,
      doneNote: same?.doneNote ?? '',
    })
  }
  replaceRows(context, 'resolution', before, used)
}

function writePart(
  context: WriteContext,
  activity: StoredActivity,
  input: PartInput,
  position: number,
  before: StoredPart | undefined,
): string {
  const { db, branchId } = context.ledger
  const attendance = partAttendance(context.history, activity.date, input)
  const year = yearOf(activity.date)
  const keepsNumber = before !== undefined && before.purpose === input.purpose && before.numberYear === year
  const part: StoredPart = {
    id: before?.id ?? newId(),
    activityId: activity.id,
    position,
    purpose: input.purpose,
    groupId: input.purpose === 'groupMeeting' ? (input.groupId ?? null) : null,
    forYear: input.forYear ?? proposedForYear(input.purpose, activity.date),
    numberYear: year,
    number: keepsNumber ? before.number : nextNumber(db, input.purpose, year),
    title: input.title.normalize('NFC').trim(),
    rosterKnown: attendance.rosterKnown,
    counts: attendance.counts,
    opening: input.opening ?? null,
    agenda: input.agenda,
    lecturer: input.lecturer ?? null,
    topic: input.topic,
    hours: input.hours ?? null,
    audience: input.audience,
    studyTier: input.studyTier,
    details: input.details,
  }
  putPart(context.rows, branchId, part)
  writeAttendance(context, part, input, activity.date)
  writeResolutions(context, part, input)
  return part.id
}

const mention = (person: SaveActivity['chair']): SaveActivity['chair'] =>
  person ? { ...person, name: normalName(person.name) } : null

/**
 * Writes one sitting with its parts, inside the caller's transaction. What was there before is replaced; rows that do
 * not change leave no trace. A meeting that took place is always written, also without quorum (PRACTICE §2).
 *
 * @returns the sitting's id and new revision
 */
export function writeActivity(
  context: WriteContext,
  input: ActivityToWrite,
  enteredOn: PlainDate,
): { readonly id: string; readonly revision: number } {
  const { db, branchId } = context.ledger
  const before = input.id ? selectActivity(db, input.id) : undefined
  const activity: StoredActivity = {
    id: before?.id ?? input.id ?? newId(),
    revision: (before?.revision ?? 0) + 1,
    state: input.state,
    date: input.date,
    startTime: input.startTime ?? null,
    endTime: input.endTime ?? null,
    place: input.place.normalize('NFC').trim(),
    chair: mention(input.chair),
    recorder: mention(input.recorder),
    invitees: input.invitees,
    closing: input.closing,
    origin: before && before.origin === 'imported' ? 'imported' : input.origin,
    enteredOn: before?.enteredOn ?? enteredOn,
    deletedAt: before?.deletedAt ?? null,
    organizer: input.organizer,
    jointWith: input.jointWith,
    isPrintedApart: input.isPrintedApart,
    adjustedReason: input.adjustedReason,
    tags: input.tags,
    preCheck: input.preCheck,
    guidance: input.guidance,
    finalizedAt: before?.finalizedAt ?? null,
  }
  putActivity(context.rows, branchId, activity)
  const oldParts = selectParts(db, activity.id)
  const kept = new Set<string>()
  for (const [position, part] of input.parts.entries()) {
    const old = oldParts.find((candidate) => candidate.id === part.id && !kept.has(candidate.id))
    kept.add(writePart(context, activity, part, position, old))
  }
  for (const part of oldParts) {
    if (kept.has(part.id)) continue
    replaceRows(context, 'attendance', selectAttendance(db, part.id), new Set())
    replaceRows(context, 'resolution', selectResolutions(db, part.id), new Set())
    context.rows.remove('part', part.id)
  }
  return { id: activity.id, revision: activity.revision }
}
