import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import { periodsOfYear } from '#shared/obligations/periods.ts'
import { recordDeadline, recordNoticeFrom } from '#shared/obligations/record-deadlines.ts'
import { openTestLedger, testClock } from '../helpers/ledger.ts'

const names = ['annualPlan', 'halfYearReview', 'dutyReport'] as const

function opened() {
  const clock = testClock('2026-01-05')
  const client = inProcessClient(openTestLedger({ clock }).core)
  const due = async (day: string) => {
    clock.set(day)
    const { items } = await client.obligations.due({})
    return items
      .filter(({ action }) => names.some((name) => name === action.dossierKind))
      .map(({ title, state, dueOn }) => [title, state, dueOn])
  }
  return { client, due }
}

describe('plans, summings-up and the duty report', () => {
  test('are reminded of before they are due, whatever the year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1950, max: 2190 }), fc.constantFrom(...names), (year, name) => {
        for (const period of periodsOfYear(name === 'halfYearReview' ? 'half-year' : 'year', year)) {
          expect(recordNoticeFrom(name, period) < recordDeadline(name, period)).toBe(true)
          expect(recordNoticeFrom(name, period) >= period.from).toBe(true)
        }
      }),
    )
  })

  test('come in their season', async () => {
    const { client, due } = opened()
    expect(await due('2026-01-05')).toEqual([['2026年工作计划和学习计划待登记', 'open', '2026-02-28']])
    await client.dossier.save({ kind: 'annualPlan', date: '2026-01-05', title: '' })
    const [plan] = (await client.obligations.due({})).items.filter(({ rule }) => rule === 'branch-plan-yearly')
    expect(plan?.detail).toContain('还缺学习计划')
    await client.dossier.save({ kind: 'studyPlan', date: '2026-01-05', title: '' })
    expect(await due('2026-01-05')).toEqual([])
    expect(await due('2026-06-10')).toEqual([])
    expect(await due('2026-06-20')).toEqual([['上半年工作分析待登记', 'open', '2026-07-31']])
    expect(await due('2026-07-25')).toEqual([['上半年工作分析待登记', 'soon', '2026-07-31']])
    expect(await due('2026-08-03')).toEqual([['上半年工作分析未记录', 'missing', '2026-07-31']])
    await client.dossier.save({ kind: 'halfYearReview', date: '2026-08-03', title: '', content: { sort: 'midYear' } })
    expect(await due('2026-12-20')).toEqual([
      ['下半年工作总结待登记', 'open', '2027-01-31'],
      ['2026年述职待登记', 'open', '2027-03-31'],
    ])
  })

  test('of last year stay on the list after New Year until they are there', async () => {
    const { client, due } = opened()
    await client.activities.save({ date: '2026-01-05', parts: [{ purpose: 'committeeMeeting', title: '支部委员会会议' }] })
    const titles = async (day: string) => (await due(day)).map(([title]) => title)
    expect(await titles('2027-01-20')).toEqual(
      expect.arrayContaining(['2026年下半年工作总结待登记', '2026年述职待登记', '2027年工作计划和学习计划待登记']),
    )
    await client.dossier.save({ kind: 'dutyReport', date: '2027-01-20', title: '' })
    expect(await titles('2027-01-20')).not.toContain('2026年述职待登记')
    expect(await titles('2027-04-02')).not.toContain('2026年工作计划和学习计划未记录')
  })
})
