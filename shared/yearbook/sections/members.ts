import { chineseDate, lastDayOf, plusMonths } from '../../kernel/dates.ts'
import { covers, groupsOn, rosterOfDay } from '../../members/roster.ts'
import type { RosterEntry } from '../../members/schema.ts'
import { dayOfYear } from '../../obligations/standing.ts'
import { termStart } from '../../obligations/terms.ts'
import { count } from '../figure.ts'
import type { YearbookInput } from '../input.ts'
import type { Figure, Source } from '../schema.ts'

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
  const mobile = new Set(history.persons.filter(({ id, isMobile }) => isMobile && ids.has(id)).map(({ id }) => id))
  const committee = members.filter(({ isCommittee }) => isCommittee)
  const start = termStart(history, day)
  const term = start === null ? '' : `${chineseDate(start)}起，${chineseDate(plusMonths(lastDayOf(start), 12 * termYears))}届满`
  const known = members.length > 0
  const page = { link: '/members' }
  const people = (key: string, label: string, counted: readonly RosterEntry[], detail = '') => {
    const sources = counted.map(
      ({ personId: id, name }): Source => ({ id, type: 'person', recordNumber: '', date: day, title: name }),
    )
    return count(key, label, known ? counted.length : null, '人', { ...page, detail, sources })
  }
  const formal = members.filter(({ category }) => category === 'formalMember')
  return [
    people('members', '党员', members),
    people('formalMembers', '正式党员', formal),
    people(
      'probationaryMembers',
      '预备党员',
      members.filter((each) => !formal.includes(each)),
    ),
    people(
      'inServiceMembers',
      '在职党员',
      members.filter(({ personId }) => !retired.has(personId)),
    ),
    people(
      'retiredMembers',
      '离退休党员',
      members.filter(({ personId }) => retired.has(personId)),
    ),
    people(
      'mobileMembers',
      '流动党员',
      members.filter(({ personId }) => mobile.has(personId)),
    ),
    committee.length === 0
      ? count('committee', '支部委员', null, '人', { ...page, detail: term })
      : people('committee', '支部委员', committee, term),
    count('groups', '党小组', known ? groupsOn(history, day, day).length : null, '个', page),
  ]
}
