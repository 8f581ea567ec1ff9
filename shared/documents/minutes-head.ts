import { audienceNames, meetingFormNames, organizerNames, studyTierNames } from '../activities/labels.ts'
import type { Activity, Part } from '../activities/schema.ts'
import { chineseDateWithWeekday } from '../kernel/dates.ts'
import { chineseOrdinal, paddedName } from '../kernel/text.ts'
import { absenteePhrase, inviteesPhrase, personPhrase } from './mentions.ts'
import type { Field, FieldLine } from './model.ts'
import { type Wording, wordings } from './wording.ts'

/** A meeting that took place; of a planned one nothing is known yet that could be said of those present. */
export const isHeld = (activity: Pick<Activity, 'state'>) => activity.state === 'toSign' || activity.state === 'signed'

const shortTime = (time: string) => time.replace(/^0(?=\d:)/, '')

/** `2025年6月27日（星期五）15:00—16:50` */
export function timePhrase({ date, startTime, endTime }: Pick<Activity, 'date' | 'startTime' | 'endTime'>): string {
  const from = startTime ? shortTime(startTime) : ''
  const to = startTime && endTime ? `—${shortTime(endTime)}` : ''
  return `${chineseDateWithWeekday(date)}${from}${to}`
}

/** 一、 where there are several; a single item has no number. */
export const numbered = (i: number, of: number, text: string) => (of > 1 ? `${chineseOrdinal(i + 1)}、${text}` : text)

const nobodyListed = '名单未录'

// 不作硬性要求 is no leave: those stand behind the members who asked for it (DOMAIN 3.5.4, 3.5.9).
const byLeave = ({ absentees }: Part) => absentees.toSorted((a, b) => Number(a.reason === 'exempt') - Number(b.reason === 'exempt'))

function absenteesValue(part: Part): string {
  const named = byLeave(part).map(absenteePhrase)
  const listed = new Set(part.absentees.map(({ name }) => name))
  const silent = part.attendance.filter(({ present, name }) => !present && !listed.has(name)).map(({ name }) => name)
  const all = [...named, ...silent]
  if (all.length > 0) return all.join('、')
  return part.counts.due > part.counts.present ? nobodyListed : '无'
}

function attendeesValue(part: Part): string {
  if (!part.rosterKnown) return nobodyListed
  return part.attendance
    .filter(({ present }) => present)
    .map(({ name }) => paddedName(name))
    .join('、')
}

const takesVotes = (part: Part) =>
  part.opening != null || part.agenda.some(({ content }) => content.some(({ kind }) => kind === 'vote'))

const wide = (label: string, value: string | null | undefined): Field[] => (label && value ? [{ label, value, wide: true }] : [])
const alone = (fields: readonly Field[]): FieldLine[] => fields.map((field) => [field])

/** 应到, 实到, those with a vote where votes are taken, who came and who did not. */
export function attendanceLines(activity: Activity, part: Part, wording: Wording): FieldLine[] {
  const { counts } = part
  const held = isHeld(activity)
  const number = (n: number, known = true) => (known ? `${n}名` : '')
  const invited: Field = {
    label: wording.invitees,
    value: inviteesPhrase(activity.invitees) || (wording.alwaysInvitees ? '无' : ''),
    wide: true,
  }
  const besideCounts = wording.invitees === '列席' && invited.value !== ''
  const absent: Field = { label: wording.absentees, value: held ? absenteesValue(part) : '', wide: true }
  const isAbsentBeside = wording.absentees === '缺席'
  const lines: FieldLine[] = [
    [
      { label: `应到${wording.who}`, value: number(counts.due) },
      { label: `实到${wording.who}`, value: number(counts.present, held) },
      ...(besideCounts ? [invited] : []),
      ...(isAbsentBeside ? [absent] : []),
    ],
  ]
  if (takesVotes(part) && part.purpose !== 'committeeMeeting' && counts.dueVoters > 0) {
    lines.push([
      { label: '应到会有表决权的党员', value: number(counts.dueVoters) },
      { label: '实到会有表决权的党员', value: number(counts.presentVoters, held) },
    ])
  }
  if (wording.attendees) lines.push([{ label: '出席人员', value: held ? attendeesValue(part) : '', wide: true }])
  if (!isAbsentBeside) lines.push([absent])
  // An old ledger without a column for guests does not say that there were none.
  const knowsInvitees = activity.origin !== 'imported' || activity.invitees.length > 0
  if (!besideCounts && invited.value !== '' && knowsInvitees) lines.push([invited])
  return lines
}

/** What was studied: the list of its own, or the agenda of a record that has none. */
export function readingsOf(part: Part): readonly string[] {
  const { readings = [] } = part.details ?? {}
  return readings.length > 0 ? readings : part.agenda.map(({ title }) => title)
}

const startsWithNumber = (step: string) => /^[一二三四五六七八九十]+、/u.test(step)

function studyLines(part: Part, wording: Wording): FieldLine[] {
  const { studyForm, leadReaders = [] } = part.details ?? {}
  const kind: Field[] = [
    ...(studyForm ? [{ label: '学习形式', value: studyForm }] : []),
    ...(part.studyTier ? [{ label: '四学层级', value: studyTierNames[part.studyTier] }] : []),
  ]
  const readings = readingsOf(part).map((title, i) => `${i + 1}. ${title}`)
  const reader = leadReaders.length > 0 ? leadReaders.join('、') : personPhrase(part.lecturer)
  return [
    ...(kind.length > 0 ? [kind] : []),
    ...alone([...wide(wording.topic, part.topic), ...wide(wording.agenda, readings.join('  ')), ...wide(wording.lecturer, reader)]),
  ]
}

/** 授课人, 课题, 学习篇目, 程序 …: what a part has beyond those who attended. */
export function subjectLines(part: Part, wording: Wording): FieldLine[] {
  const { preparation, procedure = [] } = part.details ?? {}
  const steps = procedure.map((step, i) => (startsWithNumber(step) ? step : numbered(i, procedure.length, step)))
  const audience = part.audience && part.audience !== 'all' ? audienceNames[part.audience] : ''
  const before = wide(wording.preparation, preparation)
  const own =
    part.purpose === 'studySession'
      ? studyLines(part, wording)
      : alone([
          ...before,
          ...(wording.lecturer ? wide(wording.lecturer, personPhrase(part.lecturer)) : []),
          ...wide(wording.topic, part.topic),
          ...(part.purpose === 'democraticAppraisal' ? wide('程序', steps.join('  ')) : []),
        ])
  return [...own, ...alone(wide('参加对象', audience))]
}

/** Called from above, held with others, moved: said only where it is so. */
function circumstances(activity: Activity): Field[] {
  const organizer = activity.organizer && activity.organizer !== 'branch' ? organizerNames[activity.organizer] : ''
  return [...wide('召集单位', organizer), ...wide('联合召开', activity.jointWith), ...wide('因故调整', activity.adjustedReason)]
}

/** 会议形式 and 归属年度. */
export function formLine(part: Part, { form }: Wording): FieldLine[] {
  if (form === '') return []
  const held = part.details?.form ? [{ label: form, value: meetingFormNames[part.details.form] }] : []
  return [[...held, { label: '归属年度', value: `${part.forYear}年度` }]]
}

/** Everything above the text, in the order of the samples of DOMAIN 3.5. */
export function headLines(activity: Activity, part: Part): FieldLine[] {
  const wording = wordings[part.purpose]
  const chair: Field = { label: '主持人', value: personPhrase(activity.chair) }
  const recorder: Field = { label: '记录人', value: personPhrase(activity.recorder) }
  const bothHavePosts = Boolean(activity.chair?.post && activity.recorder?.post)
  const subject = subjectLines(part, wording)
  const isThemed = part.purpose === 'themedPartyDay'
  const isSubjectLast = wording.form !== '' || wording.topic === '会议主题'
  return [
    [{ label: wording.time, value: timePhrase(activity) }],
    [{ label: wording.place, value: activity.place }],
    ...alone(circumstances(activity)),
    ...formLine(part, wording),
    ...(isThemed ? subject : []),
    ...(bothHavePosts ? [[chair], [recorder]] : [[chair, recorder]]),
    ...(isThemed || isSubjectLast ? [] : subject),
    ...attendanceLines(activity, part, wording),
    ...(isSubjectLast ? subject : []),
  ]
}
