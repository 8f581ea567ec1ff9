import type { PlainDate } from '#shared/kernel/dates.ts'
import { periodWords } from '#shared/obligations/period-words.ts'
import type { DueItem, PeriodOutcome, PeriodState, RuleSummary } from '#shared/obligations/schema.ts'
import { electionLink, memberLink, newRecordLink, prepareLink, purposeOfRule, recordLinkOf, viewLinkOf } from './rule-links.ts'

/** One period of a duty that has no record: what can be done about it. */
export interface Place {
  readonly ruleId: string
  readonly scopeId: string
  readonly period: string
  /** 8月支部委员会会议, 第三季度党小组会（第一党小组） */
  readonly name: string
  readonly state: PeriodState
  /** Text of the rule with its article in brackets; empty: unknown here. */
  readonly rule: string
  /** 情况说明 as it was given; empty: none. */
  readonly explanation: string
  /** Sittings of the period where one was not enough. */
  readonly records: PeriodOutcome['records']
  /** Null: no record of a sitting fulfils the duty. */
  readonly recordLink: string | null
  /** Null: not to be prepared any more. */
  readonly prepareLink: string | null
  /** Where a matter of the roster is put right; null: none. */
  readonly viewLink: string | null
}

/** The place of a cell of the year's table. */
export function placeOfCell(rule: RuleSummary, period: PeriodOutcome, today: PlainDate): Place {
  const purpose = purposeOfRule(rule.id)
  const groupId = rule.scope.kind === 'group' ? rule.scope.id : undefined
  return {
    ruleId: rule.id,
    scopeId: rule.scope.id,
    period: period.period,
    name: `${periodWords(period.period, today)}${rule.label}`,
    state: period.state,
    rule: `${rule.text}（${rule.source}）`,
    explanation: period.explanation ?? '',
    records: period.records,
    recordLink: newRecordLink(rule, period, today),
    viewLink: null,
    prepareLink: purpose && period.state === 'open' ? prepareLink({ purpose, groupId, period: period.period }) : null,
  }
}

/** What a line leads to beside a record: a preparation, or the page of the roster. */
function linksOf({ action, period }: DueItem): Pick<Place, 'prepareLink' | 'viewLink'> {
  const { kind, purpose, personId } = action
  const isView = kind === 'view'
  // A probation that is over wants the meeting that discusses it; a term, the one that elects anew.
  const meeting = purpose === undefined ? null : prepareLink({ purpose, personId })
  const election = kind === 'prepare' && purpose === undefined ? electionLink : null
  return {
    prepareLink: isView ? meeting : election,
    viewLink: isView ? (viewLinkOf(action, period) ?? memberLink(personId)) : null,
  }
}

/** The place of a line of 「近期要办」. */
export function placeOfDue(item: DueItem): Place {
  return {
    ruleId: item.rule,
    scopeId: item.scopeId,
    period: item.period,
    name: item.title.replace(/(未记录|待开|待讲)$/, ''),
    state: item.state === 'missing' || item.state === 'overdue' ? 'missing' : 'open',
    rule: item.source,
    explanation: '',
    records: [],
    recordLink: item.action.kind === 'record' ? recordLinkOf(item.action) : null,
    ...linksOf(item),
  }
}
