import { purposeNames } from '../../activities/labels.ts'
import { dossierKind } from '../../dossier/kinds/index.ts'
import { chineseDate, type PlainDate, yearOf } from '../../kernel/dates.ts'
import { showsShortfall } from '../../study/hours.ts'
import { assessRule, type RuleOutcomes } from '../assess.ts'
import { tableOfYear } from '../overrides.ts'
import { dayWords, deadlineOfId, periodOfId, periodWords } from '../period-words.ts'
import { recordDeadline, recordNoticeFrom } from '../record-deadlines.ts'
import { type EngineInput, isHeld, type SittingRecord } from '../records.ts'
import type { FrequencyRule, Rule, RuleOf } from '../rule-table.ts'
import type { DueItem, PeriodOutcome, RuleScope } from '../schema.ts'
import { type DueInput, stateUntil } from './types.ts'

interface Place {
  readonly rule: Rule
  readonly scope: RuleScope
  readonly outcome: PeriodOutcome
  readonly today: PlainDate
}

/** Under which other names the settings and the start page know a rule that is not the Party's own. */
const authorityWords = { central: '', local: '（本单位细则）', practice: '（提醒）' } as const

const sentence = (...parts: readonly (string | undefined)[]) => parts.filter((part) => part !== undefined && part !== '').join('；')

function itemOf({ rule, scope, outcome }: Place, own: Pick<DueItem, 'state' | 'title' | 'detail' | 'dueOn' | 'action'>): DueItem {
  return {
    id: `${rule.id} ${scope.id} ${outcome.period}`,
    rule: rule.id,
    scopeId: scope.id,
    period: outcome.period,
    canExplain: outcome.state === 'missing',
    source: rule.source,
    ...own,
    detail: `${own.detail}${authorityWords[rule.authority]}`,
  }
}

/** A sitting that is planned, or held and not yet written down, and would fulfil the period. */
function plannedFor(rule: FrequencyRule, scope: RuleScope, periodId: string, input: EngineInput): SittingRecord | undefined {
  const period = periodOfId(periodId)
  if (!period) return undefined
  return input.records.find(
    (record) =>
      (record.state === 'planned' || record.state === 'toRecord') &&
      !isHeld(record, input.today) &&
      (rule.params.usesForYear || (period.from <= record.date && record.date <= period.to)) &&
      record.parts.some(
        (part) =>
          part.purpose === rule.params.purpose &&
          (scope.kind !== 'group' || part.groupId === scope.id) &&
          (!rule.params.usesForYear || String(part.forYear) === periodId),
      ),
  )
}

function meetingItem(place: Place, rule: FrequencyRule, input: EngineInput): DueItem {
  const { scope, outcome, today } = place
  const name = purposeNames[rule.params.purpose]
  const label = `${periodWords(outcome.period, today)}${name}${scope.kind === 'group' ? `（${scope.name}）` : ''}`
  const deadline = deadlineOfId(outcome.period, rule.params.graceMonths)
  const isMissing = outcome.state === 'missing'
  const planned = plannedFor(rule, scope, outcome.period, input)
  const isPast = planned !== undefined && planned.date <= today
  // What is planned is near when its day is, however long the period still runs.
  const dueOn = !isMissing && planned && !isPast ? planned.date : deadline
  const held = outcome.records.length
  const some = held === 0 ? '' : `已开${held}次，应开${rule.params.min}次`
  const plan = planned ? `${dayWords(planned.date, today)}的会${isPast ? '待记录' : '已计划'}` : ''
  const how = isMissing ? '已开的可补记，没有开的填情况说明' : `${dayWords(deadline, today)}前`
  return itemOf(place, {
    state: isMissing ? 'missing' : stateUntil(dueOn, today),
    title: `${label}${isMissing ? '未记录' : '待开'}`,
    detail: sentence(some, plan, how),
    dueOn,
    action: {
      kind: isMissing || isPast ? 'record' : 'prepare',
      purpose: rule.params.purpose,
      date: isMissing ? (periodOfId(outcome.period)?.to ?? today) : today,
      ...(scope.kind === 'group' ? { groupId: scope.id } : {}),
      ...(planned ? { activityId: planned.id } : {}),
    },
  })
}

function lectureItem(place: Place): DueItem {
  const { outcome, today } = place
  const dueOn = deadlineOfId(outcome.period, 0)
  const isMissing = outcome.state === 'missing'
  return itemOf(place, {
    state: isMissing ? 'missing' : stateUntil(dueOn, today),
    title: `${periodWords(outcome.period, today)}党支部书记讲党课${isMissing ? '未记录' : '待讲'}`,
    detail: sentence(outcome.note, isMissing ? '已讲的可补记，没有讲的填情况说明' : `${dayWords(dueOn, today)}前`),
    dueOn,
    action: { kind: isMissing ? 'record' : 'prepare', purpose: 'partyLecture', date: isMissing ? dueOn : today },
  })
}

function termItem(place: Place): DueItem {
  const { outcome, today } = place
  const dueOn = outcome.dueOn ?? today
  const isOver = outcome.state === 'missing'
  return itemOf(place, {
    state: isOver ? 'overdue' : stateUntil(dueOn, today),
    title: `支部委员会${chineseDate(dueOn)}${isOver ? '已届满' : '届满'}，准备换届`,
    detail: isOver ? '已换届的请登记新一届任职；延期的填情况说明' : '先向上级党组织报送换届请示',
    dueOn,
    action: { kind: 'prepare' },
  })
}

function probationItem(place: Place): DueItem {
  const { outcome, scope, today } = place
  const dueOn = outcome.dueOn ?? today
  const isOver = outcome.state === 'missing'
  return itemOf(place, {
    state: isOver ? 'overdue' : stateUntil(dueOn, today),
    title: `${scope.name}预备期${chineseDate(dueOn)}${isOver ? '已满' : '满'}，讨论转正`,
    detail: isOver ? '已转正的请登记转正日期；延长预备期的填情况说明' : '期满后及时召开支部党员大会讨论，不提前转正',
    dueOn,
    action: { kind: isOver ? 'view' : 'prepare', purpose: 'generalMeeting', personId: scope.id },
  })
}

const structureTitles: Partial<Record<Rule['evaluator'], string>> = {
  memberCount: '支部党员人数请核对',
  committeeRequired: '支部委员会未记录',
  committeeSize: '支部委员会组成请核对',
  secretaryOnly: '支部书记请核对',
  seniority: '支部书记党龄请核对',
  groupSize: '人员请核对',
}

function rosterItem(place: Place, title: string): DueItem {
  const { outcome, scope } = place
  const personId = scope.kind === 'member' ? { personId: scope.id } : {}
  return itemOf(place, {
    state: 'missing',
    title,
    detail: outcome.note ?? '',
    dueOn: null,
    action: { kind: 'view', ...personId },
  })
}

/** The year's talks, hours, trainings: near its end only, because they are of the whole period. */
function recordItem(place: Place, name: string, kind: string, given?: { dueOn: PlainDate; noticeFrom: PlainDate }): DueItem | null {
  const { outcome, today } = place
  const dueOn = given?.dueOn ?? deadlineOfId(outcome.period, 0)
  const isMissing = outcome.state === 'missing'
  const state = isMissing ? 'missing' : stateUntil(dueOn, today)
  if (given ? !isMissing && today < given.noticeFrom : state === 'open') return null
  return itemOf(place, {
    state,
    title: `${periodWords(outcome.period, today)}${name}${isMissing ? '未记录' : '待登记'}`,
    detail: sentence(outcome.note, isMissing ? '做过的可补登，没有做的填情况说明' : `${dayWords(dueOn, today)}前`),
    dueOn,
    action: { kind: 'record', dossierKind: kind },
  })
}

/** What half-year papers are called one by one. */
const halfNames: Readonly<Record<string, string>> = { H1: '工作分析', H2: '工作总结' }

/** A plan, a summing-up, the duty report: from a while before it is due. */
function paperItem(place: Place, rule: RuleOf<'recordFrequency'>): DueItem | null {
  const { record } = rule.params
  const period = periodOfId(place.outcome.period)
  if (!period) return null
  const kind = dossierKind(record).name
  const name = record === 'annualPlan' ? '工作计划和学习计划' : (halfNames[period.id.slice(5)] ?? kind)
  const times = { dueOn: recordDeadline(record, period), noticeFrom: recordNoticeFrom(record, period) }
  const item = recordItem(place, name, record, times)
  // What belonged to last year's beginning is not asked for any more.
  return item && yearOf(times.dueOn) < yearOf(place.today) ? null : item
}

/** A month of 党费 that is past its day and not ticked whole. */
function duesItem(place: Place): DueItem | null {
  const { outcome, today } = place
  if (outcome.state !== 'missing') return null
  return itemOf(place, {
    state: 'missing',
    title: `${periodWords(outcome.period, today)}党费未收齐`,
    detail: outcome.note ?? '',
    dueOn: outcome.dueOn ?? null,
    action: { kind: 'view', dossierKind: 'partyDues' },
  })
}

/** Never the reason: the start page is seen by whoever stands beside. */
function triggeredTalkItem(place: Place): DueItem {
  const { outcome, scope, today } = place
  const dueOn = outcome.dueOn ?? today
  const item = itemOf(place, {
    state: stateUntil(dueOn, today),
    title: `和${scope.name}谈心谈话`,
    detail: `登记了需要及时谈心的情形；${dayWords(dueOn, today)}前`,
    dueOn,
    action: { kind: 'record', dossierKind: 'heartToHeartTalk' },
  })
  return { ...item, canExplain: false }
}

/** What is to be done at the end of the months (党员教育管理工作条例 第二十四、二十五条); the program concludes nothing. */
const awayWords = {
  relationTransfer: { title: '外出情况请核实', detail: '地点相对固定的，转接组织关系；已经回来的填结束日期' },
  membershipSuspension: { title: '请继续查找联系', detail: '已取得联系的填结束日期；仍未取得联系的，报上级党组织按规定办理' },
} as const

function awayItem(place: Place, rule: RuleOf<'awayAlert'>): DueItem {
  const { outcome, scope } = place
  const { title, detail } = awayWords[rule.params.follows]
  const dueOn = outcome.dueOn ?? null
  return itemOf(place, {
    state: outcome.state === 'missing' ? 'missing' : stateUntil(dueOn, place.today),
    title: `${scope.name}${title}`,
    detail: sentence(outcome.note, detail),
    dueOn,
    action: { kind: 'view', personId: scope.id, dossierId: outcome.records[0]?.id },
  })
}

function handInItem(place: Place, rule: RuleOf<'handIn'>): DueItem {
  const { outcome, today } = place
  const dueOn = outcome.dueOn ?? today
  const isMissing = outcome.state === 'missing'
  return itemOf(place, {
    state: isMissing ? 'missing' : stateUntil(dueOn, today),
    title: `${outcome.period}年《党支部工作手册》${isMissing ? '报送未登记' : '待报送'}`,
    detail: isMissing ? '已经报送的登记日期' : `${dayWords(dueOn, today)}前打印成册，送上级检查`,
    dueOn,
    action: { kind: 'record', dossierKind: rule.params.record },
  })
}

const appraisalItem = (place: Place, title: string): DueItem =>
  itemOf(place, { state: 'missing', title, detail: place.outcome.note ?? '', dueOn: null, action: { kind: 'explain' } })

function dutyItem(place: Place, input: EngineInput): DueItem | null {
  const { rule, scope, outcome, today } = place
  if (outcome.state !== 'missing' && outcome.state !== 'open') return null
  switch (rule.evaluator) {
    case 'frequency':
      return meetingItem(place, rule, input)
    case 'lectureBy':
      return lectureItem(place)
    case 'termLength':
      return termItem(place)
    case 'probation':
      return probationItem(place)
    case 'recordFrequency':
      return paperItem(place, rule)
    // Each election has a line of its own, and a term that is over another.
    case 'electionReport':
    case 'termShift':
      return null
    case 'pairCoverage':
      return recordItem(place, '谈心谈话', 'heartToHeartTalk')
    case 'triggeredTalk':
      return triggeredTalkItem(place)
    case 'steps':
      return appraisalItem(place, '民主评议的程序请核对')
    case 'grades':
      return appraisalItem(place, '民主评议的等次请核对')
    case 'awayAlert':
      return awayItem(place, rule)
    case 'handIn':
      return handInItem(place, rule)
    case 'absenceAlert':
      return rosterItem(place, `了解${scope.name}的情况`)
    case 'studyHours':
      if (!showsShortfall(yearOf(today), today)) return null
      return rule.params.ledger === 'cadre'
        ? recordItem(place, '干部学时', 'cadreTraining')
        : recordItem(place, '党员学时', 'onlineHours')
    case 'memberFrequency':
      if (rule.params.record === 'centralTraining') return recordItem(place, '支部书记和委员集中培训', 'centralTraining')
      if (rule.params.record === 'partyDues') return duesItem(place)
      // A cadre's year is not over: reminded of at its end only.
      if (outcome.state === 'open' && stateUntil(deadlineOfId(outcome.period, 0), today) === 'open') return null
      return rosterItem(place, `${scope.name}参加双重组织生活未记录`)
    default:
      return rosterItem(place, `${scope.kind === 'group' ? scope.name : ''}${structureTitles[rule.evaluator] ?? '请核对'}`)
  }
}

/** A standing matter is on the list once, as of the day, not once more for the year before. */
const isOfPeriods = (rule: Rule) =>
  rule.evaluator === 'frequency' ||
  rule.evaluator === 'lectureBy' ||
  rule.evaluator === 'recordFrequency' ||
  rule.evaluator === 'handIn'

/** Who is missing for six months is missing for three. */
function withoutWeakerAlerts(items: readonly { item: DueItem; rule: Rule }[]): DueItem[] {
  const months = (rule: Rule) => (rule.evaluator === 'absenceAlert' ? rule.params.months : null)
  return items
    .filter(({ item, rule }) => {
      const own = months(rule)
      return own === null || !items.some((other) => other.item.scopeId === item.scopeId && (months(other.rule) ?? 0) > own)
    })
    .map(({ item }) => item)
}

function itemsOfYear(year: number, isRunning: boolean, input: DueInput): { item: DueItem; rule: Rule }[] {
  const table = tableOfYear(input.table, year, input.overrides)
  const engine: EngineInput = { ...input, table }
  return table.rules
    .filter((rule) => isRunning || isOfPeriods(rule))
    .flatMap((rule) => {
      const { outcomes }: RuleOutcomes = assessRule(rule, year, engine)
      return outcomes.flatMap(({ scope, periods }) =>
        periods.flatMap((outcome) => {
          const item = dutyItem({ rule, scope, outcome, today: input.today }, engine)
          return item ? [{ item, rule }] : []
        }),
      )
    })
}

/** Probations that end in the first days of the next year. */
function probationAhead(year: number, input: DueInput) {
  const rules = input.table.rules.filter((rule) => rule.evaluator === 'probation')
  return itemsOfYear(year, true, { ...input, table: { ...input.table, rules } }).filter(
    ({ item }) => item.dueOn !== null && yearOf(item.dueOn) === year,
  )
}

/**
 * What the rules still ask for as of the day: its own year, and the year before where the ledger has records of it (a ledger
 * just begun is not reproached with a year kept on paper).
 */
export function dutyItems(input: DueInput): DueItem[] {
  const year = yearOf(input.today)
  const hasBefore = input.records.some((record) => isHeld(record, input.today) && yearOf(record.date) === year - 1)
  const before = hasBefore ? itemsOfYear(year - 1, false, input) : []
  return withoutWeakerAlerts([...itemsOfYear(year, true, input), ...probationAhead(year + 1, input), ...before])
}
