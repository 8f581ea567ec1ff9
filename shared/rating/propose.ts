import { periodWords } from '../obligations/period-words.ts'
import { type Period, periodsOfYear } from '../obligations/periods.ts'
import type { FactRecord, RatingFacts } from './facts.ts'
import { type AutoRule, type Indicator, tenths } from './scheme.ts'

/** What records say about an indicator; a person confirms it. */
export interface Proposal {
  /** Null: 需人工评定. */
  readonly points: number | null
  readonly isNotApplicable: boolean
  /** A veto that its rule finds. */
  readonly isTriggered: boolean
  /** 8月未记录；已开11次，应开12次 */
  readonly reason: string
  readonly records: readonly FactRecord[]
  readonly missing: readonly string[]
}

type Of<K extends AutoRule['kind']> = Extract<AutoRule, { kind: K }>

const proposal = (own: Partial<Proposal> & Pick<Proposal, 'points' | 'reason'>): Proposal => ({
  isNotApplicable: false,
  isTriggered: false,
  records: [],
  missing: [],
  ...own,
})
const notApplicable = (reason: string) => proposal({ points: null, isNotApplicable: true, reason })
const down = (points: number) => Math.floor(points * 10 + 1e-9) / 10

const countsAs = (facts: RatingFacts, name: string) =>
  facts.records.filter((record) => record.countsAs.includes(name) && record.forYear === facts.year && record.date <= facts.today)

function isIn(record: FactRecord, period: Period): boolean {
  if (period.id.length === 4) return true
  if (period.id.includes('H') && record.half !== null) return period.id.endsWith(`H${record.half}`)
  return period.from <= record.date && record.date <= period.to
}

/** 缺一次扣几分, or points by the share of periods met (DOMAIN 4.2). A period that has not ended is not missed. */
function proposeCount(rule: Of<'count'>, points: number, facts: RatingFacts): Proposal {
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
  const words = (list: typeof places) =>
    list.map(({ group, period }) => `${periodWords(period.id, facts.today)}${group ? `（${group.name}）` : ''}`)
  const met = places.length - missed.length
  const share = places.length === 0 ? 0 : (points * met) / places.length
  const won =
    rule.deductPerMiss === undefined ? share : found.length === 0 ? 0 : Math.max(0, points - rule.deductPerMiss * over.length)
  const missing = words(missed)
  return proposal({
    points: down(won),
    records: found,
    missing,
    reason: missing.length === 0 ? `应有${places.length}次，都有记录` : `${missing.join('、')}未记录`,
  })
}

function proposeHours(rule: Of<'hours'>, points: number, facts: RatingFacts): Proposal {
  const lines = facts.hours.filter(({ isCommittee }) => isCommittee === (rule.subject === 'committeeMember'))
  if (lines.length === 0) return notApplicable('没有应计学时的党员')
  const short = lines.filter(({ total }) => total < rule.min)
  const share = (lines.length - short.length) / lines.length
  return proposal({
    points: down(points * Math.min(1, share / (rule.target ?? 1))),
    records: facts.records.filter(
      (record) =>
        record.forYear === facts.year && (record.evidence.includes('studyHourLedger') || record.countsAs.includes('studySession')),
    ),
    missing: short.map(({ name, total }) => `${name}（${total}学时）`),
    reason: short.length === 0 ? `${lines.length}人都达到${rule.min}学时` : `${short.length}人不足${rule.min}学时`,
  })
}

function proposeCoverage(rule: Of<'coverage'>, points: number, facts: RatingFacts): Proposal {
  const parts = rule.pairs.flatMap((pair) => facts.talks[pair] ?? [])
  const due = parts.reduce((sum, part) => sum + part.due, 0)
  if (due === 0) return notApplicable('没有应谈心谈话的人员')
  const covered = parts.reduce((sum, part) => sum + part.covered, 0)
  const missing = parts.map(({ words }) => words).filter((words) => words !== '')
  return proposal({
    points: down((points * covered) / due),
    records: countsAs(facts, rule.record),
    missing,
    reason: missing.length === 0 ? '应谈的都已登记' : missing.join('；'),
  })
}

const percent = (rate: number) => `${Math.round(rate * 1000) / 10}%`

function proposeRate(rule: Of<'rate'>, points: number, facts: RatingFacts): Proposal {
  const rate = facts.rates[rule.metric]
  const records =
    rule.metric === 'satisfaction'
      ? countsAs(facts, 'satisfactionSurvey')
      : facts.records.filter(({ evidence, forYear }) => evidence.includes('signInSheet') && forYear === facts.year)
  const name = rule.metric === 'satisfaction' ? '满意度' : '平均出勤率'
  if (rate === null) return proposal({ points: 0, reason: `没有可计算${name}的记录`, missing: [`${name}未登记`] })
  const isTriggered = rule.below !== undefined && rate < rule.below
  const step = rule.steps?.toSorted((a, b) => b[0] - a[0]).find(([from]) => rate >= from)
  const won = rule.steps ? (step?.[1] ?? 0) : rate >= (rule.min ?? 0) ? points : 0
  return proposal({ points: Math.min(points, won), isTriggered, records, reason: `${name}${percent(rate)}` })
}

const tierNames: Readonly<Record<string, string>> = {
  centreGroupLeads: '理论学习中心组引领学',
  leadersTakeLead: '领导干部带头学',
  branchPromotes: '党支部推动学',
  membersFollow: '党员群众跟进学',
  inService: '机关党员',
  retired: '离退休党员',
  youth: '青年党员',
}

function proposeDistinct(rule: Of<'distinct'>, points: number, facts: RatingFacts): Proposal {
  const of = (record: FactRecord) => (rule.field === 'audience' ? record.audiences.filter((each) => each !== 'all') : record.tiers)
  const found = facts.records.filter(
    (record) => record.forYear === facts.year && record.date <= facts.today && of(record).length > 0,
  )
  const values = new Set(found.flatMap(of))
  const min = rule.min === 'audiencesOnRoster' ? facts.audiencesOnRoster : rule.min
  const all = rule.field === 'audience' ? ['inService', 'retired', 'youth'] : Object.keys(tierNames).slice(0, 4)
  const missing = all.filter((value) => !values.has(value)).map((value) => tierNames[value] ?? value)
  return proposal({
    points: down(points * Math.min(1, min === 0 ? 1 : values.size / min)),
    records: found,
    missing: values.size >= min ? [] : missing,
    reason: values.size >= min ? `有${values.size}类` : `有${values.size}类，应有${min}类`,
  })
}

function proposeTier(rule: Of<'tier'>, points: number, facts: RatingFacts): Proposal {
  const found = countsAs(facts, rule.record)
  const won = found.reduce((sum, { level }) => sum + tenths(rule.tiers[level] ?? 0), 0) / 10
  return proposal({
    points: Math.min(won, rule.cap, points),
    records: found,
    reason: found.length === 0 ? '本年度没有登记荣誉' : `登记荣誉${found.length}项`,
  })
}

/** What the records of a year say about an indicator (DOMAIN 4.2); without a rule it is for a person to judge. */
export function propose(indicator: Indicator, facts: RatingFacts): Proposal {
  const { autoRule: rule, points, evidence } = indicator
  // One of the kinds it accepts; photos never count alone (DOMAIN 0.2 item 12).
  const fits = (record: FactRecord) =>
    record.forYear === facts.year && record.evidence.some((kind) => kind !== 'photo' && evidence.includes(kind))
  if (!rule) return proposal({ points: null, reason: '需人工评定', records: indicator.veto ? [] : facts.records.filter(fits) })
  switch (rule.kind) {
    case 'count':
      return proposeCount(rule, points, facts)
    case 'hours':
      return proposeHours(rule, points, facts)
    case 'coverage':
      return proposeCoverage(rule, points, facts)
    case 'rate':
      return proposeRate(rule, points, facts)
    case 'distinct':
      return proposeDistinct(rule, points, facts)
    case 'tier':
      return proposeTier(rule, points, facts)
    case 'deadline': {
      if (!facts.term) return proposal({ points: null, reason: '没有登记本届支部委员会的任期，需人工评定' })
      return proposal({ points: facts.term.isTrue ? points : 0, reason: facts.term.reason, records: facts.records.filter(fits) })
    }
    case 'check': {
      const { isTrue, reason } = facts.checks[rule.expr]
      return proposal({
        points: indicator.veto ? 0 : isTrue ? points : 0,
        isTriggered: indicator.veto === true && isTrue,
        reason,
        records: indicator.veto ? [] : facts.records.filter(fits),
      })
    }
  }
}
