import { chineseDate, lastDayOf, plusMonths } from '../../kernel/dates.ts'
import { covers, groupsOn, rosterOfDay } from '../../members/roster.ts'
import { dayOfYear } from '../../obligations/standing.ts'
import { termStart } from '../../obligations/terms.ts'
import { count } from '../figure.ts'
import type { YearbookInput } from '../input.ts'
import type { Figure } from '../schema.ts'

/** Years of a committee's term (支部工作条例 第二十一条). */
const termYears = 3

/** 基本情况: members by category and standing, the committee and its term, groups, on the last day that is known. */
export function memberFigures({ year, asOf, history }: YearbookInput): Figure[] {
  const day = dayOfYear(year, asOf)
  const { members } = rosterOfDay(history, day)
  const ids = new Set(members.map(({ personId }) => personId))
  const retired = new Set(
    history.intervals
      .filter((interval) => interval.kind === 'serviceStatus' && interval.value !== 'inService' && covers(interval, day))
      .map(({ personId }) => personId)
      .filter((id) => ids.has(id)),
  )
  const mobile = history.persons.filter(({ id, isMobile }) => isMobile && ids.has(id)).length
  const committee = members.filter(({ isCommittee }) => isCommittee).length
  const start = termStart(history, day)
  const term = start === null ? '' : `${chineseDate(start)}起，${chineseDate(plusMonths(lastDayOf(start), 12 * termYears))}届满`
  const known = members.length > 0
  const of = (value: number) => (known ? value : null)
  const formal = members.filter(({ category }) => category === 'formalMember').length
  const page = { link: '/members' }
  return [
    count('members', '党员', of(members.length), '人', page),
    count('formalMembers', '正式党员', of(formal), '人', page),
    count('probationaryMembers', '预备党员', of(members.length - formal), '人', page),
    count('inServiceMembers', '在职党员', of(members.length - retired.size), '人', page),
    count('retiredMembers', '离退休党员', of(retired.size), '人', page),
    count('mobileMembers', '流动党员', of(mobile), '人', page),
    count('committee', '支部委员', committee === 0 ? null : committee, '人', { ...page, detail: term }),
    count('groups', '党小组', of(groupsOn(history, day, day).length), '个', page),
  ]
}
