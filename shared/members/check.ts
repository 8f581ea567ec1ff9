import { postNames } from './labels.ts'
import { overlaps } from './roster.ts'
import {
  type MemberInterval,
  type Membership,
  type Person,
  type Post,
  posts,
  type RosterHistory,
  serviceStatuses,
} from './schema.ts'

/** The first thing that contradicts itself in a member's dates, by field. */
export interface MemberProblem {
  readonly field: string
  readonly reason: string
}

const before = (a: string | null, b: string | null) => a !== null && b !== null && a.slice(0, b.length) < b.slice(0, a.length)

/** The first and last day a span can mean, for comparing spans with open or vague ends. */
const ends = (span: { readonly validFrom: string | null; readonly validTo: string | null }) => ({
  from: `${span.validFrom ?? '0000'}-01-01`.slice(0, 10),
  to: span.validTo === null ? '9999-12-31' : `${span.validTo}-99-99`.slice(0, 10),
})

/** Whether the value of an interval is one that its kind knows; free texts and groups are not looked at. */
export function isKnownValue({ kind, value }: Pick<MemberInterval, 'kind' | 'value'>): boolean {
  if (kind === 'post') return (posts as readonly string[]).includes(value)
  return kind !== 'serviceStatus' || (serviceStatuses as readonly string[]).includes(value)
}

/** Checks what no roster can mean: leaving before joining, a post or group twice at one time, a nameless person. */
export function memberProblem(
  person: Person,
  membership: Membership,
  intervals: readonly MemberInterval[],
  history: RosterHistory,
): MemberProblem | null {
  if (person.name === '') return { field: '姓名', reason: '请填写姓名' }
  if (before(membership.validTo, membership.validFrom)) return { field: '离开日期', reason: '离开日期早于转入日期' }
  if (before(membership.validTo, person.joinedOn)) return { field: '离开日期', reason: '离开日期早于入党日期' }
  if (before(person.fullMemberOn, person.joinedOn)) return { field: '转正日期', reason: '转正日期早于入党日期' }
  for (const [index, interval] of intervals.entries()) {
    if (before(interval.validTo, interval.validFrom)) return { field: intervalField(interval), reason: '结束日期早于开始日期' }
    if (interval.kind === 'group' && !history.groups.some((group) => group.id === interval.value)) {
      return { field: '党小组', reason: '没有这个党小组' }
    }
    if (!isKnownValue(interval)) return { field: intervalField(interval), reason: '没有这一项' }
    const { from, to } = ends(interval)
    const clash = intervals.slice(index + 1).find((other) => sameSeat(interval, other) && overlaps(other, from, to))
    if (clash) return { field: intervalField(interval), reason: '同一时间登记了两次' }
  }
  return null
}

const intervalField = (interval: MemberInterval) =>
  ({
    group: '党小组',
    post: `职务“${interval.title || (postNames[interval.value as Post] ?? '')}”`,
    exemption: '不作硬性要求',
    votingSuspension: '表决权',
    serviceStatus: '在职状态',
    leadingCadre: '领导干部',
  })[interval.kind]

/** Two intervals that cannot hold at one time: two groups, or the same post twice. */
const sameSeat = (a: MemberInterval, b: MemberInterval) =>
  a.kind === b.kind &&
  (a.kind === 'post' ? a.value === b.value && a.title === b.title : a.kind === 'group' || a.kind === 'serviceStatus')
