import { everydayEvidence } from './everyday-evidence.ts'
import type { FactRecord, RatingFacts } from './facts.ts'
import { countsAs, down, notApplicable, type Of, type Proposal, proposal } from './proposal.ts'
import { proposeCount } from './propose-count.ts'
import { type Indicator, tenths } from './scheme.ts'
import { termCheck } from './term.ts'

/** At most five names. */
const namesOf = (people: readonly { readonly name: string }[]) =>
  `${people
    .slice(0, 5)
    .map(({ name }) => name)
    .join('、')}${people.length > 5 ? '等' : ''}`

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
    gap: short[0] ? { personIds: [short[0].personId] } : null,
    reason:
      short.length === 0 ? `${lines.length}人都达到${rule.min}学时` : `${short.length}人不足${rule.min}学时：${namesOf(short)}`,
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
    gap: { personIds: parts.find(({ firstGap }) => firstGap)?.firstGap },
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
  const missing = all.filter((value) => !values.has(value))
  return proposal({
    points: down(points * Math.min(1, min === 0 ? 1 : values.size / min)),
    records: found,
    missing: values.size >= min ? [] : missing.map((value) => tierNames[value] ?? value),
    gap: { value: missing[0] },
    reason:
      values.size >= min
        ? `有${values.size}类`
        : `有${values.size}类，应有${min}类；未记录${missing.map((value) => tierNames[value] ?? value).join('、')}`,
  })
}

function proposeTier(rule: Of<'tier'>, points: number, facts: RatingFacts): Proposal {
  const found = countsAs(facts, rule.record)
  const won = found.reduce((sum, { level }) => sum + tenths(rule.tiers[level] ?? 0), 0) / 10
  const counted = found.filter(({ level }) => (rule.tiers[level] ?? 0) > 0)
  return proposal({
    points: Math.min(won, rule.cap, points),
    records: found,
    reason: found.length === 0 ? '本年度没有登记荣誉' : `登记荣誉${found.length}项，其中计分${counted.length}项`,
  })
}

/** Papers that hold beyond their year. */
const standingEvidence: ReadonlySet<string> = new Set(['approvalDoc', 'systemDoc', 'electionFiles'])

/** Whether a record is of a kind that an indicator accepts; photos never count alone (DOMAIN 0.2 item 12). */
export function fits({ evidence }: Pick<Indicator, 'evidence'>, record: FactRecord, year: number): boolean {
  return record.evidence.some(
    (kind) => kind !== 'photo' && evidence.includes(kind) && (record.forYear === year || standingEvidence.has(kind)),
  )
}

/** Records that speak for an indicator by their kind alone, and for few others. */
function ofItsOwn(indicator: Indicator, facts: RatingFacts): FactRecord[] {
  const evidence = indicator.evidence.filter((kind) => !everydayEvidence.has(kind))
  return facts.records.filter((record) => record.date <= facts.today && fits({ evidence }, record, facts.year))
}

function proposeDeadline(rule: Of<'deadline'>, indicator: Indicator, facts: RatingFacts): Proposal {
  const term = termCheck(facts.termStart, facts.last, rule.everyYears)
  const records = ofItsOwn(indicator, facts)
  if (!term) return proposal({ points: null, reason: '没有登记本届支部委员会的任期，需人工评定', records, missing: ['本届任期'] })
  const missing = term.isTrue ? [] : ['届满后的换届选举']
  return proposal({ points: term.isTrue ? indicator.points : 0, reason: term.reason, records, missing })
}

function proposeCheck(rule: Of<'check'>, indicator: Indicator, facts: RatingFacts): Proposal {
  const { isTrue, reason, records, missing = [], missingIn } = facts.checks[rule.expr]
  if (indicator.veto) return proposal({ points: 0, isTriggered: isTrue, reason })
  const own = records === undefined ? ofItsOwn(indicator, facts) : facts.records.filter(({ id }) => records.includes(id))
  return proposal({ points: isTrue ? indicator.points : 0, reason, records: own, missing, gap: { activityId: missingIn } })
}

/** What the records of a year say about an indicator (DOMAIN 4.2); without a rule it is for a person to judge. */
export function propose(indicator: Indicator, facts: RatingFacts): Proposal {
  const { autoRule: rule, points } = indicator
  if (!rule) return proposal({ points: null, reason: '需人工评定', records: indicator.veto ? [] : ofItsOwn(indicator, facts) })
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
    case 'deadline':
      return proposeDeadline(rule, indicator, facts)
    case 'check':
      return proposeCheck(rule, indicator, facts)
  }
}
