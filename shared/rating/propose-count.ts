import { periodWords } from '../obligations/period-words.ts'
import { type Period, periodsOfYear } from '../obligations/periods.ts'
import { countableName } from './countable.ts'
import type { FactRecord, RatingFacts } from './facts.ts'
import { countsAs, down, type Gap, notApplicable, type Of, type Proposal, proposal } from './proposal.ts'

function isIn(record: FactRecord, period: Period): boolean {
  if (period.id.length === 4) return true
  if (period.id.includes('H') && record.half !== null) return period.id.endsWith(`H${record.half}`)
  return period.from <= record.date && record.date <= period.to
}

/** 优秀的不多于三分之一: pointed out beside the points, for a person to look at; it takes none off. */
function excellentWords({ maxExcellentRatio }: Of<'count'>, { excellent }: RatingFacts): string {
  if (maxExcellentRatio === undefined || excellent === null) return ''
  const words = `评定意见中优秀${excellent.count}人，参评${excellent.of}人`
  return excellent.count <= Math.floor(excellent.of * (maxExcellentRatio + 1e-4))
    ? `；${words}`
    : `；${words}，超过规定比例，请核对`
}

interface Place {
  readonly group: { readonly id: string } | null
  readonly period: Period
}

/** Where the first thing missing would be put on record. */
function gapOf(rule: Of<'count'>, facts: RatingFacts, place: Place | undefined): Gap | null {
  if (!place) return null
  const { group, period } = place
  const half = rule.period === 'half-year' ? (period.id.endsWith('H1') ? 1 : 2) : undefined
  // What looks back on a year is dated by itself.
  const date = rule.usesForYear || rule.period === 'year' ? undefined : period.to < facts.today ? period.to : facts.today
  if (rule.record !== 'firstAgendaItem') return { date, half, groupId: group?.id }
  const purposes = facts.hasCommittee ? (['committeeMeeting', 'generalMeeting'] as const) : (['generalMeeting'] as const)
  const held = facts.records.find((record) => purposes.some((name) => record.countsAs.includes(name)) && isIn(record, period))
  return { date, activityId: held?.id, purpose: purposes[0] }
}

/** 缺一次扣几分, or points by the share of periods met (DOMAIN 4.2). A period that has not ended is not missed. */
export function proposeCount(rule: Of<'count'>, points: number, facts: RatingFacts): Proposal {
  if (rule.appliesWhen === 'branch.hasCommittee' && !facts.hasCommittee) return notApplicable('没有设支部委员会')
  if (rule.appliesWhen === 'branch.hasGroups' && facts.groups.length === 0) return notApplicable('没有划分党小组')
  if (rule.subject === 'leadingCadre' && !facts.hasLeadingCadre) return notApplicable('支部没有党员领导干部')
  const found = countsAs(facts, rule.record)
  const periods = periodsOfYear(rule.period, facts.year).filter(({ from }) => from <= facts.today)
  const scopes = rule.perGroup ? facts.groups : [null]
  const places = scopes.flatMap((group) => periods.map((period) => ({ group, period })))
  const isMet = ({ group, period }: (typeof places)[number]) =>
    found.filter((record) => isIn(record, period) && (group === null || record.groupIds.includes(group.id))).length >= rule.min
  const missed = places.filter((place) => !isMet(place))
  const over = missed.filter(({ period }) => period.to < facts.today)
  const open = missed.filter(({ period }) => period.to >= facts.today)
  // The year is that of the page; only a whole year is named.
  const words = (list: typeof places) =>
    list.map(({ group, period }) => `${periodWords(period.id, `${facts.year}-12-31`)}${group ? `（${group.name}）` : ''}`)
  const met = places.length - missed.length
  const share = places.length === 0 ? 0 : (points * met) / places.length
  const won =
    rule.deductPerMiss === undefined ? share : found.length === 0 ? 0 : Math.max(0, points - rule.deductPerMiss * over.length)
  const name = countableName(rule.record)
  const overWords = over.length === places.length && places.length > 1 ? '全年' : words(over).join('、')
  const reason = [
    ...(over.length > 0 ? [`${overWords}未记录${name}`] : []),
    ...(open.length > 0 ? [`${words(open).join('、')}待记录${name}`] : []),
    ...(missed.length === 0 ? [places.length === 1 ? `已有${found.length}份记录` : `应有${places.length}次，都有记录`] : []),
  ].join('；')
  return proposal({
    points: down(won),
    records: found,
    missing: words(missed).map((place) => `${place}${name}`),
    gap: gapOf(rule, facts, missed[0]),
    reason: `${reason}${excellentWords(rule, facts)}`,
  })
}
