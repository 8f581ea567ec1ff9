import { isElected } from '../elections/case.ts'
import { chineseDate, plusDays, plusMonths, yearOf } from '../kernel/dates.ts'
import type { ScopeOutcome } from './engine.ts'
import type { EngineInput } from './records.ts'
import type { RuleOf } from './rule-table.ts'
import { branchScope, type Judgement, standingOutcome } from './standing.ts'
import { termEnd } from './terms.ts'

/** Days after an election in which its result is expected to be reported; the regulation sets none, so it is only pointed out. */
export const reportDays = 30
/** A 换届 within a month of the day is in time: meetings are not held to the day. */
const toleranceMonths = 1

const heldElections = ({ elections = [], today }: EngineInput) => elections.filter((each) => each.date <= today && isElected(each))

/**
 * 基层组织选举工作条例 第三条: a 换届 earlier or later than the term needs the superior's approval and is not shifted by more than a
 * year. Judged in the year of the election; without one in the year in which the year of grace is over.
 */
export function evaluateTermShift(rule: RuleOf<'termShift'>, year: number, input: EngineInput): ScopeOutcome[] {
  const judge = (day: string): Judgement => {
    const election = heldElections(input).find((each) => each.isTerm && yearOf(each.date) === year)
    const end = termEnd(input.history, election ? plusDays(election.date, -1) : day)
    if (end === null) return { state: 'notApplicable', note: '未登记支部委员会（书记）的任职起始日期' }
    const last = plusMonths(end, 12 * rule.params.maxYears)
    if (!election) {
      if (day <= end) return { state: 'notApplicable' }
      return {
        state: day > last ? 'missing' : 'open',
        dueOn: last,
        note: `${chineseDate(end)}届满，延期不超过${rule.params.maxYears}年`,
      }
    }
    const { date, delay } = election
    const first = plusMonths(end, -12 * rule.params.maxYears)
    const records = [{ id: election.id, date, title: election.title }]
    const note = `${chineseDate(end)}届满，${chineseDate(date)}换届`
    if (date > last || date < first)
      return { state: 'missing', records, note: `${note}，提前或者延期超过${rule.params.maxYears}年` }
    const isShifted = date > plusMonths(end, toleranceMonths) || date < plusMonths(end, -toleranceMonths)
    if (isShifted && delay === '') return { state: 'missing', records, note: `${note}，未登记提前（延期）的理由和批准` }
    return { state: 'done', records, note }
  }
  return [standingOutcome(rule, branchScope(input), year, input, judge)]
}

/** 支部工作条例 第二十一条: the committee is filed with the superior, secretary and deputy are approved by it. */
export function evaluateElectionReport(rule: RuleOf<'electionReport'>, year: number, input: EngineInput): ScopeOutcome[] {
  const judge = (day: string): Judgement => {
    const held = heldElections(input).filter((each) => yearOf(each.date) === year)
    if (held.length === 0) return { state: 'notApplicable' }
    const records = held.map(({ id, date, title }) => ({ id, date, title }))
    const waiting = held.filter(({ reportedOn }) => reportedOn === null)
    const [first] = waiting
    if (!first) return { state: 'done', records }
    const dueOn = plusDays(first.date, reportDays)
    return { state: day > dueOn ? 'missing' : 'open', records, dueOn, note: `${chineseDate(first.date)}选举，结果报备未登记` }
  }
  return [standingOutcome(rule, branchScope(input), year, input, judge)]
}
