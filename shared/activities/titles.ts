import { monthOf, type PlainDate, quarterOf, yearOf } from '../kernel/dates.ts'
import { chineseOrdinal } from '../kernel/text.ts'
import { proposedForYear } from './for-year.ts'
import type { Purpose } from './schema.ts'

/**
 * The name a record is given until the secretary changes it, in the forms offices print (DOMAIN 3.5): general meetings
 * and lectures by quarter, committee meetings and study sessions by number, groups and themed days by month.
 *
 * @param held sittings of this purpose already recorded in the year
 */
export function proposedTitle(purpose: Purpose, date: PlainDate, held: number, groupName: string): string {
  const year = yearOf(date)
  const quarter = `第${chineseOrdinal(quarterOf(date))}季度`
  switch (purpose) {
    case 'generalMeeting':
      return `${year}年${quarter}支部党员大会`
    case 'committeeMeeting':
      return `${year}年第${held + 1}次支部委员会会议`
    case 'groupMeeting':
      return `${groupName}${year}年${monthOf(date)}月党小组会`
    case 'partyLecture':
      return `${year}年${quarter}党课`
    case 'themedPartyDay':
      return `${year}年${monthOf(date)}月主题党日活动`
    case 'organizationalLifeMeeting':
      return `${proposedForYear(purpose, date)}年度组织生活会`
    case 'democraticAppraisal':
      return `${proposedForYear(purpose, date)}年度民主评议党员情况`
    case 'studySession':
      return `${year}年第${held + 1}次集中学习`
  }
}
