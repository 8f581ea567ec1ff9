import type { PlainDate } from '../kernel/dates.ts'
import { byText } from '../kernel/order.ts'
import { postNames } from './labels.ts'
import {
  type IntervalKind,
  type MemberCategory,
  type MemberInterval,
  type Person,
  type Post,
  posts,
  type RosterEntry,
  type RosterHistory,
  type RosterOfDay,
} from './schema.ts'

/** Posts that make a person a member of the branch committee (支部工作条例 第二十条); a group leader is none. */
export const committeePosts: readonly Post[] = [
  'branchSecretary',
  'deputySecretary',
  'organizationCommissioner',
  'publicityCommissioner',
  'disciplineCommissioner',
  'otherCommissioner',
]

interface Span {
  readonly validFrom: string | null
  readonly validTo: string | null
}

/**
 * True when the span covers the day; both ends inclusive, an open end covers everything on its side. A month alone
 * (`1996-01`) begins with its first day and ends with its last, which text comparison gives by prefix.
 */
export function covers(span: Span, day: PlainDate): boolean {
  const begun = span.validFrom === null || span.validFrom <= day
  const over = span.validTo !== null && day.slice(0, span.validTo.length) > span.validTo
  return begun && !over
}

/** True when the span covers at least one day from `from` to `to`. */
export function overlaps(span: Span, from: PlainDate, to: PlainDate): boolean {
  return (
    (span.validFrom === null || span.validFrom <= to) &&
    (span.validTo === null || from.slice(0, span.validTo.length) <= span.validTo)
  )
}

/**
 * Formal or probationary on a day, from the dates joined and confirmed; without a date of confirmation the category
 * that the roster declares holds.
 */
export function categoryOn(person: Person, day: PlainDate): MemberCategory {
  if (person.fullMemberOn !== null) return person.fullMemberOn <= day ? 'formalMember' : 'probationaryMember'
  return person.declaredCategory
}

/**
 * Whether a person has a vote on a day: a formal member who is not suspended (选举工作条例 第五条). On the very day of
 * conversion they have none yet: the meeting that converts them is held by the others.
 */
export function hasVoteOn(person: Person, intervals: readonly MemberInterval[], day: PlainDate): boolean {
  if (categoryOn(person, day) !== 'formalMember') return false
  if (person.fullMemberOn === day) return false
  return !intervals.some((interval) => interval.kind === 'votingSuspension' && covers(interval, day))
}

function ordered(entries: { entry: RosterEntry; position: number }[]): RosterEntry[] {
  const rank = (entry: RosterEntry) => {
    const ranks = entry.posts.filter(({ post }) => committeePosts.includes(post)).map(({ post }) => posts.indexOf(post))
    return ranks.length === 0 ? posts.length : Math.min(...ranks)
  }
  return entries
    .toSorted((a, b) => rank(a.entry) - rank(b.entry) || a.position - b.position || byText(a.entry.personId, b.entry.personId))
    .map(({ entry }) => entry)
}

/**
 * The members of the branch on a day, in printing order: 书记 → 副书记 → 委员 → the others as the roster lists them.
 * A person is on it while a membership covers the day and not before the day of joining the Party. Changes that
 * begin after the day do not change it.
 */
export function rosterOfDay(history: RosterHistory, day: PlainDate): RosterOfDay {
  const byPerson = Map.groupBy(history.intervals, (interval) => interval.personId)
  const memberIds = new Set(
    history.memberships.filter((membership) => covers(membership, day)).map((membership) => membership.personId),
  )
  const groups = new Map(history.groups.map((group) => [group.id, group]))
  const entries = history.persons
    .filter((person) => memberIds.has(person.id) && (person.joinedOn === null || person.joinedOn <= day))
    .map((person) => {
      const intervals = (byPerson.get(person.id) ?? []).filter((interval) => covers(interval, day))
      const of = (kind: IntervalKind) => intervals.filter((interval) => interval.kind === kind)
      const group = groups.get(of('group')[0]?.value ?? '')
      const held = of('post').map((interval) => {
        const post = interval.value as Post
        return { post, title: interval.title === '' ? postNames[post] : interval.title }
      })
      const entry: RosterEntry = {
        personId: person.id,
        name: person.name,
        category: categoryOn(person, day),
        hasVote: hasVoteOn(person, intervals, day),
        groupId: group?.id ?? null,
        groupName: group?.name ?? '',
        posts: held,
        isCommittee: held.some(({ post }) => committeePosts.includes(post)),
        exemptReason: of('exemption')[0]?.value ?? null,
      }
      return { entry, position: person.position }
    })
  return { date: day, members: ordered(entries) }
}

/** The committee of a day, secretary first; empty where there is none or nobody knows it. */
export function committeeOn(history: RosterHistory, day: PlainDate): RosterEntry[] {
  return rosterOfDay(history, day).members.filter((member) => member.isCommittee)
}

/** Whether a committee held office on any day from `from` to `to` (inclusive). */
export function hadCommittee(history: RosterHistory, from: PlainDate, to: PlainDate): boolean {
  const holders = history.intervals.filter(
    (interval) => interval.kind === 'post' && committeePosts.includes(interval.value as Post) && overlaps(interval, from, to),
  )
  // A secretary and a deputy alone are no committee: branches with fewer than 7 formal members have only these (第二十条).
  return holders.some((interval) => interval.value !== 'branchSecretary' && interval.value !== 'deputySecretary')
}

/** Groups that existed on any day from `from` to `to` (inclusive) and have somebody in them then, in order. */
export function groupsOn(history: RosterHistory, from: PlainDate, to: PlainDate): RosterHistory['groups'][number][] {
  const used = new Set(
    history.intervals
      .filter((interval) => interval.kind === 'group' && overlaps(interval, from, to))
      .map((interval) => interval.value),
  )
  return history.groups
    .filter((group) => overlaps(group, from, to) && used.has(group.id))
    .toSorted((a, b) => a.position - b.position)
}
