import type { Step } from '../development/steps.ts'
import { chineseDate, type PlainDate } from '../kernel/dates.ts'
import { type ElectionCase, isElected } from './case.ts'

/** One step of 换届 or 补选 on its line of time. */
export type ElectionStep = Pick<Step, 'label' | 'date' | 'state' | 'note' | 'source'> & {
  readonly key: 'requested' | 'approved' | 'elected' | 'reported'
}

const regulation = '《中国共产党支部工作条例（试行）》第二十一条'

/**
 * The way of an election as of a day: 请示 → 批复 → 选举 → 报备. A 换届 that has not taken place is late once the term is over
 * (支部工作条例 第二十一条); the other steps have no day of their own.
 *
 * @param term the term that ends with it; null where no beginning is known
 */
export function electionSteps(given: ElectionCase, term: { readonly end: PlainDate } | null, today: PlainDate): ElectionStep[] {
  const held = isElected(given)
  const end = given.isTerm ? (term?.end ?? null) : null
  const dated: readonly Omit<ElectionStep, 'state'>[] = [
    { key: 'requested', label: '向上级报送请示', date: given.requestedOn, note: '', source: '' },
    { key: 'approved', label: '上级批复', date: given.approvedOn, note: given.documentNo, source: '' },
    {
      key: 'elected',
      label: '支部党员大会选举',
      date: held ? given.date : null,
      note: `计划${chineseDate(given.date)}${end === null ? '' : `；本届任期${chineseDate(end)}届满`}`,
      source: end === null ? '' : regulation,
    },
    { key: 'reported', label: '选举结果报上级备案', date: given.reportedOn, note: '', source: '' },
  ]
  const last = dated.findLastIndex(({ date }) => date !== null)
  return dated.map((step, at) => {
    const state = (): ElectionStep['state'] => {
      if (step.date !== null) return 'done'
      if (step.key === 'elected' && end !== null && end < today) return 'overdue'
      if (at < last) return 'blank'
      return at === last + 1 ? 'open' : 'later'
    }
    return { ...step, state: state() }
  })
}
