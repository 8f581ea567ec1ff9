import { firstDayOf, lastDayOf, type PlainDate, plusMonths } from '../kernel/dates.ts'
import { postNames } from '../members/labels.ts'
import { committeeOn, groupsOn, hadCommittee, rosterOfDay } from '../members/roster.ts'
import type { Post, RosterEntry, RosterHistory } from '../members/schema.ts'
import type { ScopeOutcome } from './engine.ts'
import type { EngineInput } from './records.ts'
import type { Rule, RuleOf } from './rule-table.ts'
import { branchScope, dayOfYear, type Judgement, notKnown, standingOutcome } from './standing.ts'

const isFormal = (member: RosterEntry) => member.category === 'formalMember'
const holds = (member: RosterEntry, post: Post) => member.posts.some((held) => held.post === post)
const met = (isMet: boolean, note: string): Judgement => ({ state: isMet ? 'done' : 'missing', note })

/** Nobody on the roster: it has not been typed in, and nothing can be said. */
const noRoster = notKnown('党员名册未录入')

/** 支部工作条例 第四条. */
function memberCount({ params }: RuleOf<'memberCount'>, members: readonly RosterEntry[]): Judgement {
  const count = params.of === 'formalMembers' ? members.filter(isFormal).length : members.length
  const isMet = count >= (params.min ?? 0) && count <= (params.max ?? Number.POSITIVE_INFINITY)
  return met(isMet, `${params.of === 'formalMembers' ? '正式党员' : '党员'}${count}人`)
}

/** 支部工作条例 第二十条. */
function committeeRequired(
  { params }: RuleOf<'committeeRequired'>,
  members: readonly RosterEntry[],
  hasCommittee: boolean,
): Judgement {
  const formal = members.filter(isFormal).length
  if (formal < params.fromFormalMembers) return notKnown(`正式党员${formal}人，不足${params.fromFormalMembers}人`)
  return met(hasCommittee, hasCommittee ? `正式党员${formal}人，已登记支部委员会` : `正式党员${formal}人，未登记支部委员会`)
}

/** 支部工作条例 第二十条: its size, and the posts it has. */
function committeeSize({ params }: RuleOf<'committeeSize'>, committee: readonly RosterEntry[], hasCommittee: boolean): Judgement {
  if (!hasCommittee) return notKnown('未登记支部委员会')
  const size = committee.length
  const lacking = params.posts.flatMap((post) => {
    const isFilled = post === 'commissioner' || committee.some((member) => holds(member, post))
    return isFilled ? [] : [postNames[post]]
  })
  const notes = [
    `支委${size}人`,
    size > params.usualMax && size <= params.max ? `一般${params.min}至${params.usualMax}人` : '',
    lacking.length === 0 ? '' : `未登记${lacking.join('、')}`,
  ]
  const isMet = size >= params.min && size <= params.max && lacking.length === 0
  return met(isMet, notes.filter((note) => note !== '').join('，'))
}

/** 支部工作条例 第二十条: a small branch has a secretary, and a deputy where needed. */
function secretaryOnly({ params }: RuleOf<'secretaryOnly'>, members: readonly RosterEntry[], hasCommittee: boolean): Judgement {
  const formal = members.filter(isFormal).length
  if (formal >= params.belowFormalMembers || hasCommittee)
    return notKnown(`正式党员${formal}人${hasCommittee ? '，设支部委员会' : ''}`)
  const secretaries = members.filter((member) => holds(member, 'branchSecretary')).length
  const deputies = members.filter((member) => holds(member, 'deputySecretary')).length
  const isMet = secretaries === params.secretaries && deputies <= params.maxDeputies
  return met(isMet, secretaries === 0 ? '未登记书记' : `书记${secretaries}人${deputies === 0 ? '' : `，副书记${deputies}人`}`)
}

/** 支部工作条例 第二十三条: 党龄 counts from becoming a full member. A year or month alone is read both ways. */
function seniority(
  { params }: RuleOf<'seniority'>,
  members: readonly RosterEntry[],
  history: RosterHistory,
  day: PlainDate,
): Judgement {
  const secretary = members.find((member) => holds(member, params.post))
  if (!secretary) return notKnown('未登记书记')
  const since = history.persons.find((person) => person.id === secretary.personId)?.fullMemberOn ?? null
  if (since === null) return notKnown('书记的转正日期未录入')
  const note = `书记${secretary.name}${since}转正`
  if (plusMonths(lastDayOf(since), 12 * params.minYears) <= day) return met(true, note)
  return plusMonths(firstDayOf(since), 12 * params.minYears) > day ? met(false, note) : notKnown(note)
}

/** 中央和国家机关党小组工作规则（试行）. */
function groupSize({ params }: RuleOf<'groupSize'>, group: readonly RosterEntry[]): Judgement {
  const formal = group.filter(isFormal).length
  const leader = group.find((member) => holds(member, 'groupLeader'))
  const isLeaderFit = !params.leaderIsFormal || leader === undefined || isFormal(leader)
  const notes = [`党员${group.length}人`, `正式党员${formal}人`, leader ? `组长${leader.name}` : '组长未登记']
  return met(group.length >= params.minMembers && formal >= params.minFormalMembers && isLeaderFit, notes.join('，'))
}

const structureEvaluators = [
  'memberCount',
  'committeeRequired',
  'committeeSize',
  'secretaryOnly',
  'seniority',
  'groupSize',
] as const
export type StructureRule = RuleOf<(typeof structureEvaluators)[number]>
export const isStructureRule = (rule: Rule): rule is StructureRule =>
  structureEvaluators.some((evaluator) => evaluator === rule.evaluator)

/** What the roster of the year's last known day says about how a branch is set up. */
export function evaluateStructure(rule: StructureRule, year: number, input: EngineInput): ScopeOutcome[] {
  const { history } = input
  if (rule.evaluator === 'groupSize') {
    const last = dayOfYear(year, input.today)
    return groupsOn(history, last, last).map((group) =>
      standingOutcome(rule, { kind: 'group', id: group.id, name: group.name }, year, input, (day) =>
        groupSize(
          rule,
          rosterOfDay(history, day).members.filter((member) => member.groupId === group.id),
        ),
      ),
    )
  }
  return [
    standingOutcome(rule, branchScope(input), year, input, (day) => {
      const { members } = rosterOfDay(history, day)
      if (members.length === 0) return noRoster
      const hasCommittee = hadCommittee(history, day, day)
      switch (rule.evaluator) {
        case 'memberCount':
          return memberCount(rule, members)
        case 'committeeRequired':
          return committeeRequired(rule, members, hasCommittee)
        case 'committeeSize':
          return committeeSize(rule, committeeOn(history, day), hasCommittee)
        case 'secretaryOnly':
          return secretaryOnly(rule, members, hasCommittee)
        case 'seniority':
          return seniority(rule, members, history, day)
      }
    }),
  ]
}
