import type { PlainDate } from '../kernel/dates.ts'
import type { PartAttendance } from './attendance.ts'
import { checkAttendance } from './check-attendance.ts'
import { checkElections } from './check-elections.ts'
import { checkVotes } from './check-votes.ts'
import { finding, isListedAbsent } from './findings.ts'
import type { Finding, PartInput, SaveActivity } from './schema.ts'
import type { VotingSettings } from './voting.ts'

/** What is known about the day, besides the record itself. */
export interface CheckContext {
  readonly today: PlainDate
  readonly settings: VotingSettings
  /** For each part, in the same order, what `partAttendance` made of it. */
  readonly parts: readonly PartAttendance[]
}

/** 正式稿, as against a plan or a record still to be written. */
const isRecord = (activity: SaveActivity) => activity.state === 'toSign' || activity.state === 'signed'

function checkSitting(activity: SaveActivity, context: CheckContext): Finding[] {
  const findings: Finding[] = []
  if (activity.date > context.today && activity.state !== 'planned') {
    findings.push(finding('DATE_IN_FUTURE', 'error', 'date', `日期${activity.date}还没有到，不能作为已经召开的会议统计`))
  }
  if (activity.startTime && activity.endTime && activity.endTime <= activity.startTime) {
    const text = `结束时间${activity.endTime}不晚于开始时间${activity.startTime}`
    findings.push(finding('END_BEFORE_START', 'error', 'endTime', text))
  }
  return findings
}

/** The fields a 正式稿 needs (PRACTICE §3, the first eight; 列席 may be empty, which prints as 无). */
function missingFields(activity: SaveActivity): Finding[] {
  const missing: [path: string, name: string, isMissing: boolean][] = [
    ['startTime', '开始时间', !activity.startTime],
    ['endTime', '结束时间', !activity.endTime],
    ['place', '地点', activity.place.trim() === ''],
    ['chair', '主持人', !activity.chair],
    ['recorder', '记录人', !activity.recorder],
  ]
  for (const [index, part] of activity.parts.entries()) {
    const of = activity.parts.length > 1 ? `第${index + 1}项内容的` : ''
    missing.push([`parts.${index}.title`, `${of}名称`, part.title.trim() === ''])
    if (part.purpose === 'groupMeeting') missing.push([`parts.${index}.groupId`, `${of}党小组`, !part.groupId])
    if (part.purpose === 'partyLecture') {
      missing.push([`parts.${index}.lecturer`, `${of}授课人`, !part.lecturer])
      missing.push([`parts.${index}.topic`, `${of}课题`, part.topic.trim() === '' && part.agenda.length === 0])
    } else {
      // The 程序 of an appraisal are its 议题 (DOMAIN 3.5.7).
      const steps = part.agenda.length + (part.purpose === 'democraticAppraisal' ? (part.details?.procedure?.length ?? 0) : 0)
      missing.push([`parts.${index}.agenda`, `${of}议题`, steps === 0 && part.topic.trim() === ''])
    }
  }
  return missing
    .filter(([, , isMissing]) => isMissing)
    .map(([path, name]) => finding('FIELD_MISSING', 'warning', path, `正式稿缺${name}（确实没有的填“无”）`))
}

function checkResolutions(activity: SaveActivity, part: PartInput, path: string): Finding[] {
  const findings = part.resolutions.flatMap((resolution, index) => {
    if (!resolution.dueOn || resolution.dueOn >= activity.date) return []
    const text = `决议的完成时限${resolution.dueOn}早于会议日期${activity.date}`
    return [finding('RESOLUTION_DUE_BEFORE_MEETING', 'warning', `${path}.resolutions.${index}.dueOn`, text)]
  })
  const decides = part.purpose === 'generalMeeting' || part.purpose === 'committeeMeeting'
  if (decides && isRecord(activity) && part.resolutions.length === 0) {
    findings.push(
      finding('RESOLUTIONS_EMPTY', 'info', `${path}.resolutions`, '没有填写决议（议定事项），将印为“本次会议未形成决议事项”'),
    )
  }
  return findings
}

/**
 * What the rules say about a record: shown beside the fields, never a reason to refuse it (PRACTICE §2). Pure: the same
 * record and the same roster of that day give the same findings, in the order of the form.
 */
export function checkActivity(activity: SaveActivity, context: CheckContext): Finding[] {
  const findings = [...checkSitting(activity, context), ...(isRecord(activity) ? missingFields(activity) : [])]
  for (const [index, part] of activity.parts.entries()) {
    const known = context.parts[index]
    if (!known) continue
    const path = `parts.${index}`
    findings.push(...checkAttendance(activity, part, known, path, context.settings))
    findings.push(...checkVotes(part, known, path, context.settings))
    findings.push(...checkElections(part, known, path))
    findings.push(...checkResolutions(activity, part, path))
  }
  return [...findings, ...absentOfficers(activity, context)]
}

/** Chair and recorder belong to the sitting: they contradict the list only when absent from every part of it. */
function absentOfficers(activity: SaveActivity, context: CheckContext): Finding[] {
  const officers = [
    { path: 'chair', name: '主持人', person: activity.chair },
    { path: 'recorder', name: '记录人', person: activity.recorder },
  ]
  return officers.flatMap(({ path, name, person }) => {
    if (!person || context.parts.length === 0) return []
    const isAbsent = context.parts.every((part) => isListedAbsent(part, person.name))
    return isAbsent ? [finding('ABSENTEE_ACTS', 'warning', path, `${name}${person.name}在缺席名单里`)] : []
  })
}
