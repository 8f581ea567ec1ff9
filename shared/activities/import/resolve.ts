import { normalName } from '../../kernel/text.ts'
import { covers, rosterOfDay } from '../../members/roster.ts'
import type { RosterHistory } from '../../members/schema.ts'
import { dueMembers, isSamePerson, partAttendance } from '../attendance.ts'
import { purposeNames } from '../labels.ts'
import type { PartInput, PersonMention, SaveActivity } from '../schema.ts'
import { groupOf } from './group-of.ts'
import type { ActivityRow } from './rows.ts'

/** A row compared with the roster of its day. */
export interface ResolvedSitting {
  readonly row: number
  readonly activity: Omit<SaveActivity, 'origin' | 'attachmentIds' | 'draftId'> & { readonly origin: 'imported' }
  readonly groupId: string | null
  /** False: nobody can say who came; the counts of the sheet and the named absentees are kept (名单未录). */
  readonly isRosterUsed: boolean
  readonly doubts: readonly string[]
}

/** 归属年度 of the yearly meetings stands in their name: 2024年度组织生活会, held in January 2025. */
function yearNamed(row: ActivityRow): number | null {
  if (!row.purposes.some((purpose) => purpose === 'organizationalLifeMeeting' || purpose === 'democraticAppraisal')) return null
  const year = Number(/(\d{4})年度/.exec(row.title)?.[1])
  return year >= 1921 && year <= 2200 ? year : null
}

function topicOf(row: ActivityRow): string {
  if (row.topic !== '' || !row.purposes.includes('themedPartyDay')) return row.topic
  return /主题党日(?:活动)?[：:]\s*(.+)$/.exec(row.title)?.[1] ?? ''
}

/** The counts of the sheet, as far as it has them. */
function paperCounts(row: ActivityRow): { due: number; present: number } {
  const due = row.due ?? (row.present === null ? 0 : row.present + row.absentees.length)
  return { due, present: row.present ?? Math.max(0, due - row.absentees.length) }
}

interface Attendance {
  readonly isRosterUsed: boolean
  readonly doubts: readonly string[]
}

/**
 * Whether the roster can say who came. Where the sheet counts fewer present than there are members who are not named as
 * absent, taking them all as present would make up an attendance, so the counts of the sheet are kept instead.
 */
function judgeAttendance(row: ActivityRow, part: PartInput, history: RosterHistory): Attendance {
  const due = dueMembers(history, row.date, part)
  if (due.length === 0) {
    const isGroupUnknown = part.purpose === 'groupMeeting' && !part.groupId
    const reason = isGroupUnknown ? '看不出是哪个党小组的会' : '当天的名册中没有应到人员'
    const counts = row.due === null && row.present === null ? '表中也没有应到、实到人数' : '按表中人数录入'
    return { isRosterUsed: false, doubts: [`${reason}，${counts}（名单未录）`] }
  }
  const doubts: string[] = []
  const { counts } = partAttendance(history, row.date, part)
  const members = rosterOfDay(history, row.date).members
  for (const absentee of row.absentees) {
    if (due.some((member) => isSamePerson(absentee, member))) continue
    const where = members.some((member) => isSamePerson(absentee, member)) ? '不在这次会的应到人员中' : '不在当天的党员名册中'
    doubts.push(`缺席人员“${absentee.name}”${where}`)
  }
  if (row.due !== null && row.due !== counts.due) doubts.push(`表中应到${row.due}人，当天名册应到${counts.due}人`)
  const expected = (row.due ?? counts.due) - row.absentees.length
  if (row.present !== null && row.present !== expected) {
    doubts.push(`实到${row.present}人，与应到${row.due ?? counts.due}人、写明缺席${row.absentees.length}人不符`)
  }
  const isRosterUsed = row.present === null || row.present >= counts.present
  if (isRosterUsed) return { isRosterUsed, doubts }
  return { isRosterUsed, doubts: [`${doubts.join('；')}；不能确定还有谁没有到会，按表中人数录入（名单未录）`] }
}

/** Turns a row into a sitting. The kinds of one row are the parts of one sitting. */
export function resolveSitting(row: ActivityRow, history: RosterHistory): ResolvedSitting {
  const roster = rosterOfDay(history, row.date).members
  const known = (mention: PersonMention | null): PersonMention | null => {
    if (!mention) return null
    const [member, ...others] = roster.filter(({ name }) => name === normalName(mention.name))
    return { ...mention, personId: member && others.length === 0 ? member.personId : null }
  }
  const groups = history.groups.filter((group) => covers(group, row.date))
  const groupId = row.purposes.includes('groupMeeting') ? (groupOf(row.groupTexts, groups)?.id ?? null) : null
  const parts = row.purposes.map((purpose, index): PartInput => {
    const own = index === 0
    return {
      purpose,
      groupId: purpose === 'groupMeeting' ? groupId : null,
      forYear: yearNamed(row),
      title: row.title === '' ? purposeNames[purpose] : row.title,
      absentees: row.absentees.map((absentee) => ({
        ...absentee,
        personId: roster.find((member) => isSamePerson(absentee, member))?.personId ?? null,
      })),
      counts: paperCounts(row),
      agenda: own ? [...row.agenda] : [],
      resolutions: [],
      lecturer: purpose === 'partyLecture' ? known(row.lecturer) : null,
      topic: purpose === 'partyLecture' || purpose === 'themedPartyDay' ? topicOf(row) : '',
    }
  })
  const { isRosterUsed, doubts } = judgeAttendance(row, parts[0] as PartInput, history)
  return {
    row: row.row,
    groupId,
    isRosterUsed,
    doubts,
    activity: {
      // The signed original lies on paper; 「待签字」 would ask for signatures that were given long ago.
      state: 'signed',
      origin: 'imported',
      date: row.date,
      startTime: row.startTime,
      endTime: row.endTime,
      place: row.place,
      chair: known(row.chair),
      recorder: known(row.recorder),
      invitees: [...row.invitees],
      closing: '',
      parts,
    },
  }
}
