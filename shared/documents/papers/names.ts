import { audienceNames, purposeNames } from '../../activities/labels.ts'
import type { Activity, Part } from '../../activities/schema.ts'
import { chineseDate } from '../../kernel/dates.ts'

/** What the sitting is called on its papers: its title without 记录, or date and kind. */
export function sittingName(activity: Activity, part: Part): string {
  const given = part.title.trim().replace(/记录$/u, '')
  const name = given || `${chineseDate(activity.date)}${purposeNames[part.purpose]}`
  const isGroup = part.purpose === 'groupMeeting' && part.groupName !== '' && !name.includes(part.groupName)
  return `${isGroup ? part.groupName : ''}${name}`
}

/** Whom a notice calls: 全体党员, 支部委员会委员, 第一党小组全体党员. */
export function calledPeople(part: Part): string {
  if (part.purpose === 'committeeMeeting') return '支部委员会委员'
  if (part.purpose === 'groupMeeting') return `${part.groupName}全体党员`
  return part.audience && part.audience !== 'all' ? audienceNames[part.audience] : '全体党员'
}

/** 会议 or 活动, as the words around the name need it. */
export const gatheringWord = (part: Part): string =>
  part.purpose === 'themedPartyDay' || part.purpose === 'studySession' || part.purpose === 'partyLecture' ? '活动' : '会议'
