import { stateWords } from '#renderer/ui/StatePill.tsx'
import type { PlainDate } from '#shared/kernel/dates.ts'
import type { PeriodOutcome, RuleSummary } from '#shared/obligations/schema.ts'
import { monthSpan, periodName, stateText } from './periods.ts'

const shortDate = (date: PlainDate) => `${Number(date.slice(5, 7))}/${Number(date.slice(8))}`

/** A month has room for a sign; a longer period shows its days, the first two of them. */
function cellText(rule: RuleSummary, period: PeriodOutcome): string {
  if (period.state !== 'done') return stateText(period.state, rule.period)
  if (rule.period === 'month') return period.records.length > 1 ? `✓${period.records.length}` : '✓'
  const dates = period.records.slice(0, 2).map(({ date }) => shortDate(date))
  return `✓ ${dates.join('、')}${period.records.length > 2 ? `等${period.records.length}次` : ''}`
}

const doings: Partial<Record<PeriodOutcome['state'], string>> = {
  missing: '，补记或填情况说明',
  open: '，准备或记录',
  explained: '，查看或修改',
}

interface PeriodCellProps {
  readonly rule: RuleSummary
  readonly period: PeriodOutcome
  readonly onPick: () => void
  readonly onOpen: () => void
}

/** One period of a duty, as wide as its months; a button when there is something to open or to record. */
export function PeriodCell({ rule, period, onPick, onOpen }: PeriodCellProps) {
  const { from, to } = monthSpan(period.period)
  const todo = doings[period.state]
  const isButton = period.records.length > 0 || todo !== undefined
  const words = stateWords[period.state]
  const isWord = rule.period === 'month' && period.state !== 'done'
  const className = `period-cell ${words.className}${isWord ? ' period-month-word' : ''}`
  const text = cellText(rule, period)
  const doing = todo ?? (period.records.length > 0 ? `，${period.records.length} 次，查看记录` : '')
  return (
    <td colSpan={to - from + 1} onMouseEnter={onPick}>
      {isButton ? (
        <button
          type="button"
          className={className}
          aria-label={`${rule.label} ${periodName(period.period)} ${words.text}${doing}`}
          title={period.explanation === undefined ? undefined : `情况说明：${period.explanation}`}
          onFocus={onPick}
          onClick={onOpen}
        >
          {text}
        </button>
      ) : (
        <span className={period.state === 'upcoming' || period.state === 'notApplicable' ? 'period-quiet' : className}>
          {text}
          <span className="screen-reader-only">{words.text}</span>
        </span>
      )}
    </td>
  )
}
