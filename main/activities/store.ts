import type { FollowUp } from '#shared/activities/follow-ups.ts'
import type { Activity, ActivityLine, Attendance, Part, Purpose, Resolution } from '#shared/activities/schema.ts'
import type { RowWriter } from '../ledger/rows.ts'
import type { Database, SqlValue } from '../platform/database/driver.ts'
import { recordNumber } from './numbering.ts'

/** A sitting as its table holds it, without parts and attachments. */
export type StoredActivity = Omit<Activity, 'parts' | 'attachments' | 'isLate'> & { readonly deletedAt: string | null }

/** A part as its table holds it, without attendance, resolutions and what is computed from them. */
export type StoredPart = Omit<Part, 'attendance' | 'resolutions' | 'absentees' | 'groupName' | 'recordNumber'> & {
  readonly activityId: string
  readonly position: number
  readonly numberYear: number
  readonly number: number
}

export type StoredAttendance = Attendance & { readonly id: string; readonly partId: string; readonly position: number }
export type StoredResolution = Required<Pick<Resolution, 'id' | 'text' | 'owner'>> & {
  readonly partId: string
  readonly position: number
  readonly dueOn: string | null
  readonly doneOn: string | null
  readonly doneNote: string
}

const json = (value: unknown): string | null => (value === null || value === undefined ? null : JSON.stringify(value))
const parsed = <T>(text: SqlValue | undefined): T | null => (typeof text === 'string' ? (JSON.parse(text) as T) : null)

interface ActivityRow {
  id: string
  revision: number
  state: string
  date: string
  start_time: string | null
  end_time: string | null
  place: string
  chair: string | null
  recorder: string | null
  invitees: string
  closing: string
  origin: string
  entered_on: string
  deleted_at: string | null
  organizer: string
  joint_with: string
  printed_apart: number
  adjusted_reason: string
  tags: string
  pre_check: string | null
  guidance: string | null
  finalized_at: string | null
}

const activityOf = (row: ActivityRow): StoredActivity => ({
  id: row.id,
  revision: row.revision,
  state: row.state as Activity['state'],
  date: row.date,
  startTime: row.start_time,
  endTime: row.end_time,
  place: row.place,
  chair: parsed(row.chair),
  recorder: parsed(row.recorder),
  invitees: parsed<Activity['invitees']>(row.invitees) ?? [],
  closing: row.closing,
  origin: row.origin as Activity['origin'],
  enteredOn: row.entered_on,
  deletedAt: row.deleted_at,
  organizer: row.organizer as Activity['organizer'],
  jointWith: row.joint_with,
  isPrintedApart: row.printed_apart === 1,
  adjustedReason: row.adjusted_reason,
  tags: parsed<string[]>(row.tags) ?? [],
  preCheck: parsed(row.pre_check),
  guidance: parsed(row.guidance),
  finalizedAt: row.finalized_at,
})

export function selectActivity(db: Database, id: string): StoredActivity | undefined {
  const row = db.get<ActivityRow>('SELECT * FROM activity WHERE id = ?', id)
  return row && activityOf(row)
}

/** Sittings that have a part of `year` (归属年度) or took place in it, oldest first; the bin left out. */
export function selectActivityIds(db: Database, year: number): string[] {
  return db
    .all<{ id: string }>(
      `SELECT a.id FROM activity a WHERE a.deleted_at IS NULL
         AND (a.date BETWEEN ? AND ? OR EXISTS (SELECT 1 FROM part p WHERE p.activity_id = a.id AND p.for_year = ?))
       ORDER BY a.date, a.start_time, a.id`,
      `${year}-01-01`,
      `${year}-12-31`,
      year,
    )
    .map((row) => row.id)
}

/** Every sitting ever, those in the bin too. */
export function selectEveryActivityId(db: Database): string[] {
  return db.all<{ id: string }>('SELECT id FROM activity ORDER BY id').map((row) => row.id)
}

/** Sittings that carry campaigns, oldest first. */
export function selectTaggedIds(db: Database): string[] {
  return db
    .all<{ id: string }>("SELECT id FROM activity WHERE deleted_at IS NULL AND tags <> '[]' ORDER BY date, id")
    .map((row) => row.id)
}

export function selectYears(db: Database): number[] {
  return db
    .all<{ year: string }>('SELECT DISTINCT substr(date, 1, 4) AS year FROM activity WHERE deleted_at IS NULL ORDER BY year DESC')
    .map((row) => Number(row.year))
}

/** The five places used last, newest first. */
export function selectPlaces(db: Database): string[] {
  return db
    .all<{ place: string }>(
      "SELECT place, max(date) AS last FROM activity WHERE place <> '' AND deleted_at IS NULL GROUP BY place ORDER BY last DESC, place LIMIT 5",
    )
    .map((row) => row.place)
}

interface PartRow {
  id: string
  activity_id: string
  position: number
  purpose: string
  group_id: string | null
  for_year: number
  number_year: number
  number: number
  title: string
  roster_known: number
  due: number
  present: number
  due_voters: number
  present_voters: number
  opening: string | null
  agenda: string
  lecturer: string | null
  topic: string
  hours: number | null
  audience: string
  study_tier: string | null
  details: string
}

export function selectParts(db: Database, activityId: string): StoredPart[] {
  return db.all<PartRow>('SELECT * FROM part WHERE activity_id = ? ORDER BY position', activityId).map((row) => ({
    id: row.id,
    activityId: row.activity_id,
    position: row.position,
    purpose: row.purpose as Purpose,
    groupId: row.group_id,
    forYear: row.for_year,
    numberYear: row.number_year,
    number: row.number,
    title: row.title,
    rosterKnown: row.roster_known === 1,
    counts: { due: row.due, present: row.present, dueVoters: row.due_voters, presentVoters: row.present_voters },
    opening: parsed(row.opening),
    agenda: parsed<Part['agenda']>(row.agenda) ?? [],
    lecturer: parsed(row.lecturer),
    topic: row.topic,
    hours: row.hours,
    audience: row.audience as Part['audience'],
    studyTier: row.study_tier as Part['studyTier'],
    details: parsed<NonNullable<Part['details']>>(row.details) ?? {},
  }))
}

interface AttendanceRow {
  id: string
  part_id: string
  position: number
  person_id: string | null
  name: string
  present: number
  reason: string | null
  note: string
  written_opinion: number
  has_vote: number
  is_probationary: number
  exempt: number
}

export function selectAttendance(db: Database, partId: string): StoredAttendance[] {
  return db.all<AttendanceRow>('SELECT * FROM attendance WHERE part_id = ? ORDER BY position', partId).map((row) => ({
    id: row.id,
    partId: row.part_id,
    position: row.position,
    personId: row.person_id,
    name: row.name,
    present: row.present === 1,
    reason: row.reason as Attendance['reason'],
    note: row.note,
    writtenOpinion: row.written_opinion === 1,
    hasVote: row.has_vote === 1,
    isProbationary: row.is_probationary === 1,
    exempt: row.exempt === 1,
  }))
}

interface ResolutionRow {
  id: string
  part_id: string
  position: number
  text: string
  owner: string
  due_on: string | null
  done_on: string | null
  done_note: string
}

const resolutionOf = (row: ResolutionRow): StoredResolution => ({
  id: row.id,
  partId: row.part_id,
  position: row.position,
  text: row.text,
  owner: row.owner,
  dueOn: row.due_on,
  doneOn: row.done_on,
  doneNote: row.done_note,
})

export function selectResolutions(db: Database, partId: string): StoredResolution[] {
  return db.all<ResolutionRow>('SELECT * FROM resolution WHERE part_id = ? ORDER BY position', partId).map(resolutionOf)
}

export function selectResolution(db: Database, id: string): StoredResolution | undefined {
  const row = db.get<ResolutionRow>('SELECT * FROM resolution WHERE id = ?', id)
  return row && resolutionOf(row)
}

/** Resolutions with an owner or a day, with the sitting they were made in; the bin left out. */
export function selectFollowUps(db: Database): FollowUp[] {
  return db.all<FollowUp & Record<string, never>>(
    `SELECT r.id, p.activity_id AS activityId, a.date, p.title, r.text, r.owner, r.due_on AS dueOn, r.done_on AS doneOn,
            r.done_note AS doneNote
       FROM resolution r JOIN part p ON p.id = r.part_id JOIN activity a ON a.id = p.activity_id
      WHERE a.deleted_at IS NULL AND (r.owner <> '' OR r.due_on IS NOT NULL)
      ORDER BY a.date, a.id, p.position, r.position`,
  )
}

export type LineRow = Omit<ActivityLine, 'isLate' | 'purposes' | 'recordNumber' | 'groupName'> & {
  readonly purposes: string
  readonly purpose: Purpose
  readonly numberYear: number
  readonly number: number
  readonly enteredOn: string
}

/** One line for each sitting of a year (by date, or by 归属年度 of a part), with the counts of its first part. */
export function selectLines(db: Database, year: number): LineRow[] {
  return db.all<LineRow>(
    `SELECT a.id, a.date, a.start_time AS startTime, a.end_time AS endTime, a.place, a.state, a.origin, a.entered_on AS enteredOn,
            p.title, p.purpose, p.group_id AS groupId, p.for_year AS forYear, p.due, p.present, p.number_year AS numberYear, p.number,
            (SELECT group_concat(q.purpose, ',') FROM (SELECT purpose FROM part WHERE activity_id = a.id ORDER BY position) q) AS purposes,
            (SELECT count(*) FROM attachment t WHERE t.activity_id = a.id) AS attachments
       FROM activity a JOIN part p ON p.activity_id = a.id AND p.position = 0
      WHERE a.deleted_at IS NULL
        AND (a.date BETWEEN ? AND ? OR EXISTS (SELECT 1 FROM part r WHERE r.activity_id = a.id AND r.for_year = ?))
      ORDER BY a.date, a.start_time, a.id`,
    `${year}-01-01`,
    `${year}-12-31`,
    year,
  )
}

export function lineOf(row: LineRow, groupName: string, isLate: boolean): ActivityLine {
  const { purposes, purpose, numberYear, number, enteredOn: _enteredOn, ...line } = row
  return {
    ...line,
    purposes: purposes.split(',') as Purpose[],
    groupName,
    isLate,
    recordNumber: recordNumber(purpose, numberYear, number),
  }
}

export function putActivity(rows: RowWriter, branchId: string, activity: StoredActivity): void {
  rows.put('activity', {
    id: activity.id,
    branch_id: branchId,
    revision: activity.revision,
    state: activity.state,
    date: activity.date,
    start_time: activity.startTime ?? null,
    end_time: activity.endTime ?? null,
    place: activity.place,
    chair: json(activity.chair),
    recorder: json(activity.recorder),
    invitees: JSON.stringify(activity.invitees),
    closing: activity.closing,
    origin: activity.origin,
    entered_on: activity.enteredOn,
    deleted_at: activity.deletedAt,
    organizer: activity.organizer ?? 'branch',
    joint_with: activity.jointWith ?? '',
    printed_apart: activity.isPrintedApart ? 1 : 0,
    adjusted_reason: activity.adjustedReason ?? '',
    tags: JSON.stringify(activity.tags ?? []),
    pre_check: json(activity.preCheck),
    guidance: json(activity.guidance),
    finalized_at: activity.finalizedAt ?? null,
  })
}

export function putPart(rows: RowWriter, branchId: string, part: StoredPart): void {
  rows.put('part', {
    id: part.id,
    branch_id: branchId,
    activity_id: part.activityId,
    position: part.position,
    purpose: part.purpose,
    group_id: part.groupId ?? null,
    for_year: part.forYear,
    number_year: part.numberYear,
    number: part.number,
    title: part.title,
    roster_known: part.rosterKnown ? 1 : 0,
    due: part.counts.due,
    present: part.counts.present,
    due_voters: part.counts.dueVoters,
    present_voters: part.counts.presentVoters,
    opening: json(part.opening),
    agenda: JSON.stringify(part.agenda),
    lecturer: json(part.lecturer),
    topic: part.topic,
    hours: part.hours ?? null,
    audience: part.audience ?? 'all',
    study_tier: part.studyTier ?? null,
    details: JSON.stringify(part.details ?? {}),
  })
}

export function putAttendance(rows: RowWriter, branchId: string, entry: StoredAttendance): void {
  rows.put('attendance', {
    id: entry.id,
    branch_id: branchId,
    part_id: entry.partId,
    position: entry.position,
    person_id: entry.personId,
    name: entry.name,
    present: entry.present ? 1 : 0,
    reason: entry.reason,
    note: entry.note,
    written_opinion: entry.writtenOpinion ? 1 : 0,
    has_vote: entry.hasVote ? 1 : 0,
    is_probationary: entry.isProbationary ? 1 : 0,
    exempt: entry.exempt ? 1 : 0,
  })
}

export function putResolution(rows: RowWriter, branchId: string, resolution: StoredResolution): void {
  rows.put('resolution', {
    id: resolution.id,
    branch_id: branchId,
    part_id: resolution.partId,
    position: resolution.position,
    text: resolution.text,
    owner: resolution.owner,
    due_on: resolution.dueOn,
    done_on: resolution.doneOn,
    done_note: resolution.doneNote,
  })
}
