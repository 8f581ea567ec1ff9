import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lastDayOf, plusDays, toLocalDate } from '#shared/kernel/dates.ts'
import { fixedDayIn, fixedDayWords, nextFixedDay } from '#shared/plans/fixed-day.ts'
import { proposedDay } from '#shared/plans/proposed-day.ts'

const thirdFriday = { week: 3, weekday: 5 }
const day = fc.integer({ min: 0, max: 60_000 }).map((days) => plusDays('1950-01-01', days))
const fixed = fc.record({ week: fc.integer({ min: 1, max: 5 }), weekday: fc.integer({ min: 1, max: 7 }) })
const isWeekend = (date: string) => [0, 6].includes(toLocalDate(date).getDay())

describe('the fixed day of the themed Party day', () => {
  it('is counted by weekday within the month', () => {
    expect(fixedDayIn('2025-09', thirdFriday)).toBe('2025-09-19')
    expect(fixedDayIn('2025-09', { week: 1, weekday: 1 })).toBe('2025-09-01')
    expect(fixedDayIn('2025-09', { week: 5, weekday: 2 })).toBe('2025-09-30')
    expect(fixedDayIn('2024-02', { week: 5, weekday: 4 })).toBe('2024-02-29')
    expect(fixedDayWords({ week: 5, weekday: 7 })).toBe('每月最后一个星期日')
  })

  it('lies in its month on its weekday, and the last one has none after it', () => {
    fc.assert(
      fc.property(day, fixed, (date, choice) => {
        const found = fixedDayIn(date.slice(0, 7), choice)
        expect(found.slice(0, 7)).toBe(date.slice(0, 7))
        expect((toLocalDate(found).getDay() + 6) % 7).toBe(choice.weekday - 1)
        if (choice.week === 5) expect(plusDays(found, 7) > lastDayOf(date.slice(0, 7))).toBe(true)
      }),
    )
  })

  it('comes next within five weeks and never in the past', () => {
    fc.assert(
      fc.property(day, fixed, (date, choice) => {
        const next = nextFixedDay(date, choice)
        expect(next >= date && next <= plusDays(date, 36)).toBe(true)
      }),
    )
  })
})

describe('the day a meeting being prepared starts with', () => {
  const september = { from: '2025-09-01', to: '2025-09-30' }
  const wish = { purpose: 'committeeMeeting', fixedDay: thirdFriday, period: september, isRestDay: isWeekend } as const

  it('is the fixed day for a themed Party day, of the period it is for', () => {
    expect(proposedDay({ ...wish, purpose: 'themedPartyDay', today: '2025-09-01' })).toBe('2025-09-19')
    expect(proposedDay({ ...wish, purpose: 'themedPartyDay', today: '2025-09-20', period: null })).toBe('2025-10-17')
    const october = { from: '2025-10-01', to: '2025-10-31' }
    expect(proposedDay({ ...wish, purpose: 'themedPartyDay', today: '2025-09-20', period: october })).toBe('2025-10-17')
  })

  it('is a working day of the month when its fixed day has passed', () => {
    expect(proposedDay({ ...wish, purpose: 'themedPartyDay', today: '2025-09-22' })).toBe('2025-09-25')
  })

  it('skips rest days, and goes back to a working day at the end of a period', () => {
    expect(proposedDay({ ...wish, today: '2025-09-03' })).toBe('2025-09-08')
    expect(proposedDay({ ...wish, today: '2025-08-27', period: { from: '2025-08-01', to: '2025-08-31' } })).toBe('2025-08-29')
  })

  it('never lies in the past, and in the period while that has days left', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -60, max: 60 }), fc.integer({ min: 0, max: 92 }), (today, ahead, length) => {
        const from = plusDays(today, ahead)
        const period = { from, to: plusDays(from, length) }
        const found = proposedDay({ ...wish, today, period })
        expect(found >= today).toBe(true)
        if (period.to >= today) expect(found >= period.from && found <= period.to).toBe(true)
      }),
    )
  })
})
