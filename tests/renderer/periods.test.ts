import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRunning, lastDay, monthSpan, periodName, proposedDate, stateText } from '#renderer/obligations/periods.ts'
import { isPlainDate, monthOf } from '#shared/kernel/dates.ts'

const two = (n: number) => String(n).padStart(2, '0')
const kinds = {
  month: Array.from({ length: 12 }, (_, index) => two(index + 1)),
  quarter: ['Q1', 'Q2', 'Q3', 'Q4'],
  halfYear: ['H1', 'H2'],
}

describe('periods in the table of the year', () => {
  it.each(Object.values(kinds))('cover the twelve months once, in order: %j', (...parts) => {
    const spans = parts.map((part) => monthSpan(`2025-${part}`))
    expect(spans.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index))).toEqual(
      Array.from({ length: 12 }, (_, index) => index + 1),
    )
    expect(monthSpan('2025')).toEqual({ from: 1, to: 12 })
  })

  it('are named in the words of the field', () => {
    expect(['2025-08', '2025-Q3', '2025-H1', '2025-H2', '2025'].map(periodName)).toEqual([
      '8月',
      '第三季度',
      '上半年',
      '下半年',
      '全年',
    ])
  })

  it('end with a day that exists, also in leap years', () => {
    expect(lastDay('2024-02')).toBe('2024-02-29')
    expect(lastDay('2025-02')).toBe('2025-02-28')
    expect(lastDay('2025-Q2')).toBe('2025-06-30')
    expect(lastDay('2025-H1')).toBe('2025-06-30')
    expect(lastDay('2025')).toBe('2025-12-31')
  })

  it('never call a running period missing', () => {
    expect(stateText('open', 'month')).toBe('待开')
    expect(stateText('open', 'quarter')).toBe('本季待开')
    expect(stateText('open', 'year')).toBe('本年待开')
    expect(stateText('missing', 'month')).toBe('未记录')
  })

  it('propose today while they run, else a day inside them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2000, max: 2100 }),
        fc.constantFrom(...Object.values(kinds).flat(), ''),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        (year, part, month, day) => {
          const period = part === '' ? String(year) : `${year}-${part}`
          const today = `${year}-${two(month)}-${two(day)}`
          const proposed = proposedDate(period, today)
          const { from, to } = monthSpan(period)
          expect(isPlainDate(proposed)).toBe(true)
          expect(monthOf(proposed)).toBeGreaterThanOrEqual(from)
          expect(monthOf(proposed)).toBeLessThanOrEqual(to)
          expect(proposed === today || !isRunning(period, today)).toBe(true)
        },
      ),
    )
  })
})
