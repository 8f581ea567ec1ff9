import { isMembersForm } from '../activities/own-forms.ts'
import { type Activity, type Attendance, absenceReasons, type Part, type Purpose, purposes } from '../activities/schema.ts'
import { type PlainDate, yearOf } from '../kernel/dates.ts'
import { byText } from '../kernel/order.ts'
import { categoryOn, rosterOfDay } from '../members/roster.ts'
import type { Person, RosterEntry, RosterHistory } from '../members/schema.ts'
import { isHeld } from '../obligations/records.ts'
import type { AttendanceCounts, AttendanceLine, AttendanceOutcome, AttendanceReport } from './schema.ts'

type Meeting = Pick<Activity, 'id' | 'date' | 'state' | 'origin'> & {
  readonly parts: readonly Pick<Part, 'purpose' | 'title' | 'rosterKnown' | 'attendance' | 'details'>[]
}
type Entry = AttendanceLine['records'][number] & { readonly personId: string }

/** What a stored row was for the member. Leave of any reason is leave; only 未请假 is not. */
function outcomeOf(row: Attendance): AttendanceOutcome {
  if (row.present) return 'present'
  if (row.exempt || row.reason === 'exempt') return 'exempt'
  return row.reason === 'unexcused' ? 'unexcused' : 'leave'
}

const membersParts = ({ parts }: Meeting) => parts.filter((part) => isMembersForm(part, parts))

function entriesOf(meeting: Meeting): Entry[] {
  return membersParts(meeting)
    .filter((part) => part.rosterKnown)
    .flatMap((part) =>
      part.attendance.flatMap((row) =>
        row.personId === null
          ? []
          : [
              {
                personId: row.personId,
                activityId: meeting.id,
                date: meeting.date,
                title: part.title,
                purpose: part.purpose,
                outcome: outcomeOf(row),
                reason: row.present ? null : row.reason,
                isExempt: row.exempt || row.reason === 'exempt',
              },
            ],
      ),
    )
}

function countsOf(records: readonly Omit<Entry, 'personId'>[]): AttendanceCounts {
  const asked = records.filter((record) => !record.isExempt)
  const exempt = records.filter((record) => record.isExempt)
  const count = (list: typeof records, outcome: AttendanceOutcome) => list.filter((record) => record.outcome === outcome).length
  return {
    due: asked.length,
    present: count(asked, 'present'),
    leave: count(asked, 'leave'),
    unexcused: count(asked, 'unexcused'),
    exemptDue: exempt.length,
    exemptPresent: count(exempt, 'present'),
  }
}

/** 实到 ÷ 应到; null where nothing was due. */
const rateOf = (present: number, due: number): number | null => (due === 0 ? null : present / due)

function lineOf(
  person: Person,
  member: RosterEntry | undefined,
  records: AttendanceLine['records'],
  { day, makeUp }: { readonly day: PlainDate; readonly makeUp: number | null },
): AttendanceLine {
  const counts = countsOf(records)
  const last = records.at(-1)?.date ?? day
  const reasons = absenceReasons.map((reason) => ({
    reason,
    times: records.filter((record) => record.outcome === 'leave' && (record.reason ?? 'other') === reason).length,
  }))
  const kinds = purposes.map((purpose: Purpose) => ({
    purpose,
    ...countsOf(records.filter((record) => record.purpose === purpose)),
  }))
  return {
    ...counts,
    personId: person.id,
    name: person.name,
    category: member?.category ?? categoryOn(person, last),
    groupName: member?.groupName ?? '',
    leaveReasons: reasons.filter((each) => each.times > 0),
    rate: rateOf(counts.present, counts.due),
    makeUp,
    exemptNote: member?.exemptReason ?? (counts.exemptDue > 0 ? '不作硬性要求' : ''),
    kinds: kinds.filter((kind) => kind.due + kind.exemptDue > 0),
    records,
  }
}

const add = (a: AttendanceCounts, b: AttendanceCounts): AttendanceCounts => ({
  due: a.due + b.due,
  present: a.present + b.present,
  leave: a.leave + b.leave,
  unexcused: a.unexcused + b.unexcused,
  exemptDue: a.exemptDue + b.exemptDue,
  exemptPresent: a.exemptPresent + b.exemptPresent,
})

/**
 * 出勤率统计表 (DOMAIN 8.2): for each member the meetings held while they were in the branch and, for group meetings, in the
 * group, from the attendance stored with each. 应到 belongs to the part, so a sitting that carries several purposes counts for
 * each. Members first in the order of the roster of the year's last known day, then those who have left.
 *
 * @param meetings sittings of any year, in any order
 */
export function attendanceReport(
  meetings: readonly Meeting[],
  history: RosterHistory,
  year: number,
  {
    today,
    madeUp,
  }: {
    readonly today: PlainDate
    /** Study sessions that members missed and made up, by person. */
    readonly madeUp?: ReadonlyMap<string, readonly unknown[]>
  },
): AttendanceReport {
  const end = `${year}-12-31`
  const day = today < end ? today : end
  const held = meetings
    .filter((meeting) => yearOf(meeting.date) === year && isHeld({ ...meeting, title: '', parts: [] }, today))
    .toSorted((a, b) => byText(a.date, b.date) || byText(a.id, b.id))
  const byPerson = Map.groupBy(held.flatMap(entriesOf), (entry) => entry.personId)
  const { members } = rosterOfDay(history, day)
  const places = new Map(members.map((member, index) => [member.personId, index]))
  const lines = history.persons
    .filter((person) => places.has(person.id) || byPerson.has(person.id))
    .toSorted(
      (a, b) =>
        (places.get(a.id) ?? members.length) - (places.get(b.id) ?? members.length) ||
        a.position - b.position ||
        byText(a.id, b.id),
    )
    .map((person) => {
      const records = (byPerson.get(person.id) ?? []).map(({ personId: _personId, ...record }) => record)
      return lineOf(person, members[places.get(person.id) ?? -1], records, {
        day,
        makeUp: madeUp?.get(person.id)?.length ?? null,
      })
    })
  const none: AttendanceCounts = { due: 0, present: 0, leave: 0, unexcused: 0, exemptDue: 0, exemptPresent: 0 }
  const totals = lines
    .map(({ due, present, leave, unexcused, exemptDue, exemptPresent }) => ({
      due,
      present,
      leave,
      unexcused,
      exemptDue,
      exemptPresent,
    }))
    .reduce(add, none)
  const parts = held.flatMap(membersParts)
  return {
    year,
    asOf: today,
    lines,
    totals,
    rateWithoutExempt: rateOf(totals.present, totals.due),
    rateWithExempt: rateOf(totals.present + totals.exemptPresent, totals.due + totals.exemptDue),
    meetings: parts.filter((part) => part.rosterKnown).length,
    unknownMeetings: parts.filter((part) => !part.rosterKnown).length,
  }
}
