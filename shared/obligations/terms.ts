import { chineseDate, firstDayOf, lastDayOf, type PlainDate, plusDays, plusMonths, yearOf } from '../kernel/dates.ts'
import { byText } from '../kernel/order.ts'
import { committeePosts, covers } from '../members/roster.ts'
import type { Person, Post, RosterHistory } from '../members/schema.ts'
import type { ScopeOutcome } from './engine.ts'
import type { EngineInput } from './records.ts'
import type { RuleOf } from './rule-table.ts'
import { branchScope, dayOfYear, type Judgement, notKnown, standingOutcome } from './standing.ts'

/** Months before the end of a term at which a 换届 begins to be prepared (PRACTICE §1). */
export const termNoticeMonths = 6
/** Days before the end of probation from which it is on the list. */
const probationNoticeDays = 30

/**
 * When the committee of a day was elected: the day most of its posts began, because by-elections begin later and one who
 * is re-elected may be on the roster with one long post; the earliest of several. Null where no beginning is known.
 */
export function termStart(history: RosterHistory, day: PlainDate): string | null {
  const starts = history.intervals
    .filter((interval) => interval.kind === 'post' && committeePosts.includes(interval.value as Post) && covers(interval, day))
    .flatMap((interval) => interval.validFrom ?? [])
  const counted = [...Map.groupBy(starts, (start) => start)].map(([start, all]) => ({ start, count: all.length }))
  return counted.toSorted((a, b) => b.count - a.count || byText(a.start, b.start))[0]?.start ?? null
}

/** 支部工作条例 第二十一条: the term of a branch in an organ. */
export const termYears = 3

/** The day on which the term of the committee of a day ends; null where no beginning is known. */
export function termEnd(history: RosterHistory, day: PlainDate): PlainDate | null {
  const start = termStart(history, day)
  return start === null ? null : plusMonths(lastDayOf(start), 12 * termYears)
}

/** 支部工作条例 第二十一条: so many years from the election; a month alone ends with its last day. */
export function evaluateTerm(rule: RuleOf<'termLength'>, year: number, input: EngineInput): ScopeOutcome[] {
  const judge = (day: PlainDate): Judgement => {
    const start = termStart(input.history, day)
    if (start === null) return notKnown('未登记支部委员会（书记）的任职起始日期')
    const months = 12 * rule.params.years
    const dueOn = plusMonths(lastDayOf(start), months)
    const place = { dueOn, note: `本届${chineseDate(start)}起，${chineseDate(dueOn)}届满` }
    if (day > dueOn) return { ...place, state: 'missing' }
    return { ...place, state: day >= plusMonths(plusMonths(firstDayOf(start), months), -termNoticeMonths) ? 'open' : 'done' }
  }
  return [standingOutcome(rule, branchScope(input), year, input, judge)]
}

const isMemberOn = (history: RosterHistory, person: Person, day: PlainDate) =>
  history.memberships.some((membership) => membership.personId === person.id && covers(membership, day))

/** Confirmed by that day; a month alone counts from its first day. */
const isConfirmed = (person: Person, day: PlainDate) => person.fullMemberOn !== null && person.fullMemberOn <= day

/**
 * 党章 第七条: probation lasts a year from the day of admission and is then discussed in time; 转正 is not before its end. One
 * row for each person whose probation ends in the year, or ended before it and goes on.
 */
export function evaluateProbation(rule: RuleOf<'probation'>, year: number, input: EngineInput): ScopeOutcome[] {
  const { history, today } = input
  const day = dayOfYear(year, today)
  return history.persons.flatMap((person) => {
    const joined = person.joinedOn
    // Members of whom only the category is known are taken as the roster declares them.
    if (joined === null || (person.fullMemberOn === null && person.declaredCategory === 'formalMember')) return []
    const dueOn = plusMonths(lastDayOf(joined), 12 * rule.params.years)
    const earliest = plusMonths(firstDayOf(joined), 12 * rule.params.years)
    const isConfirmedBefore = person.fullMemberOn !== null && yearOf(person.fullMemberOn) < year
    if (joined > day || yearOf(dueOn) > year || (yearOf(dueOn) < year && isConfirmedBefore)) return []
    if (!isMemberOn(history, person, day)) return []
    const judge = (on: PlainDate): Judgement => {
      const end = `预备期${chineseDate(joined)}至${chineseDate(dueOn)}`
      if (isConfirmed(person, on)) {
        const confirmed = person.fullMemberOn as string
        const isEarly = lastDayOf(confirmed) < earliest
        return { state: 'done', dueOn, note: `${chineseDate(confirmed)}转正${isEarly ? `，早于预备期满，请核对（${end}）` : ''}` }
      }
      if (on > dueOn) return { state: 'missing', dueOn, note: `${end}，未登记转正` }
      return { state: on >= plusDays(dueOn, -probationNoticeDays) ? 'open' : 'upcoming', dueOn, note: end }
    }
    return [standingOutcome(rule, { kind: 'member', id: person.id, name: person.name }, year, input, judge, true)]
  })
}
