import type { PlainDate } from '../kernel/dates.ts'
import { normalName } from '../kernel/text.ts'
import { rosterOfDay } from '../members/roster.ts'
import type { RosterEntry, RosterHistory } from '../members/schema.ts'
import type { Absentee, Attendance, Counts, PartInput, Purpose } from './schema.ts'

interface PartScope {
  readonly purpose: Purpose
  readonly groupId?: string | null | undefined
}

/** Who is due at a part: the committee, one group, or the whole branch, as the roster of the day has them. */
export function dueMembers(history: RosterHistory, date: PlainDate, part: PartScope): RosterEntry[] {
  return dueOf(rosterOfDay(history, date).members, part)
}

/** The same for a page that holds the roster of the day already. */
export function dueOf(members: readonly RosterEntry[], part: PartScope): RosterEntry[] {
  if (part.purpose === 'committeeMeeting') return members.filter((member) => member.isCommittee)
  if (part.purpose === 'groupMeeting') return part.groupId ? members.filter((member) => member.groupId === part.groupId) : []
  return [...members]
}

/** Attendance of a part and what follows from it. */
export interface PartAttendance {
  /** False: 名单未录, nobody knows who was due that day; the counts are those on paper. */
  readonly rosterKnown: boolean
  readonly attendance: readonly Attendance[]
  readonly counts: Counts
}

const absent = (absentee: Absentee, member: RosterEntry | undefined): Attendance => ({
  personId: member?.personId ?? absentee.personId ?? null,
  name: normalName(absentee.name),
  present: false,
  reason: absentee.reason,
  note: absentee.note,
  writtenOpinion: absentee.writtenOpinion,
  hasVote: member?.hasVote ?? false,
  isProbationary: member?.category === 'probationaryMember',
  exempt: (member?.exemptReason ?? null) !== null,
})

const present = (member: RosterEntry): Attendance => ({
  personId: member.personId,
  name: member.name,
  present: true,
  reason: null,
  note: '',
  writtenOpinion: false,
  hasVote: member.hasVote,
  isProbationary: member.category === 'probationaryMember',
  exempt: member.exemptReason !== null,
})

/** Whether an absentee is this member: by identity where it is known, else by name. */
export function isSamePerson(
  absentee: { readonly personId?: string | null | undefined; readonly name: string },
  member: RosterEntry,
): boolean {
  return absentee.personId ? absentee.personId === member.personId : normalName(absentee.name) === member.name
}

/**
 * Which absentee is which member; each stands for one person. Those known by identity first, so that of two members of one
 * name the other is left for who is only named.
 */
function absenteesOf(due: readonly RosterEntry[], absentees: readonly Absentee[]): ReadonlyMap<RosterEntry, Absentee> {
  const found = new Map<RosterEntry, Absentee>()
  const known = absentees.filter((absentee) => absentee.personId)
  for (const absentee of [...known, ...absentees.filter((each) => !each.personId)]) {
    const member = due.find((candidate) => !found.has(candidate) && isSamePerson(absentee, candidate))
    if (member) found.set(member, absentee)
  }
  return found
}

/**
 * Everyone due, present unless named as absent (PRACTICE §3). Absentees who are not on that day's roster are kept at
 * the end and counted nowhere.
 */
export function partAttendance(
  history: RosterHistory,
  date: PlainDate,
  part: Pick<PartInput, 'purpose' | 'groupId' | 'absentees' | 'counts'>,
): PartAttendance {
  return attendanceOf(dueMembers(history, date, part), part)
}

/** Attendance of a part of which those due are known already. */
export function attendanceOf(due: readonly RosterEntry[], part: Pick<PartInput, 'absentees' | 'counts'>): PartAttendance {
  if (due.length === 0) {
    const counts = part.counts ?? { due: 0, present: 0 }
    return {
      rosterKnown: false,
      attendance: part.absentees.map((absentee) => absent(absentee, undefined)),
      counts: { ...counts, dueVoters: 0, presentVoters: 0 },
    }
  }
  const absentees = absenteesOf(due, part.absentees)
  const rows = due.map((member) => {
    const absentee = absentees.get(member)
    return absentee ? absent(absentee, member) : present(member)
  })
  const strangers = part.absentees.filter((absentee) => !due.some((member) => isSamePerson(absentee, member)))
  const count = (test: (row: Attendance) => boolean) => rows.filter(test).length
  return {
    rosterKnown: true,
    attendance: [...rows, ...strangers.map((absentee) => absent(absentee, undefined))],
    counts: {
      due: rows.length,
      present: count((row) => row.present),
      dueVoters: count((row) => row.hasVote),
      presentVoters: count((row) => row.hasVote && row.present),
    },
  }
}
