import { describe, expect, it } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import { missingBefore, planMonths } from '#renderer/plans/plan-months.ts'
import { testClock } from '../../helpers/ledger.ts'
import { sampleBranch } from '../../helpers/sample-branch.ts'

const today = '2026-03-10'

async function year() {
  const { core } = sampleBranch({ clock: testClock(today) })
  const client = inProcessClient(core)
  const months = async () =>
    planMonths(await client.obligations.summary({ year: 2026 }), await client.activities.list({ year: 2026 }), [], today)
  return { client, months }
}

describe('the plan of the year', () => {
  it('begins with the running month and names what has no meeting yet, periods at their end', async () => {
    const { months } = await year()
    const [march, april] = await months()
    expect(march?.name).toBe('3月')
    const labels = march?.duties.map(({ label }) => label) ?? []
    expect(labels).toContain('支部党员大会')
    expect(labels).toContain('支部委员会会议')
    expect(april?.duties.map(({ label }) => label)).not.toContain('支部党员大会')
    expect(march?.duties.find(({ label }) => label === '支部党员大会')?.link).toBe(
      '/plans/prepare?purpose=generalMeeting&period=2026-Q1',
    )
  })

  it('moves a duty over to what is planned once a meeting is', async () => {
    const { client, months } = await year()
    await client.activities.save({
      state: 'planned',
      date: '2026-03-20',
      parts: [{ purpose: 'committeeMeeting', title: '3月支委会' }],
    })
    const [march] = await months()
    expect(march?.planned.map(({ title }) => title)).toEqual(['3月支委会'])
    expect(march?.duties.map(({ label }) => label)).not.toContain('支部委员会会议')
  })

  it('keeps a past month only while a plan of it waits for its record', async () => {
    const { client, months } = await year()
    expect((await months()).map(({ id }) => id)).not.toContain('2026-02')
    await client.activities.save({
      state: 'planned',
      date: '2026-02-20',
      parts: [{ purpose: 'committeeMeeting', title: '2月支委会' }],
    })
    expect((await months()).map(({ id }) => id)).toContain('2026-02')
  })

  it('counts the periods before this month that have no record', async () => {
    const { client } = await year()
    const before = missingBefore(await client.obligations.summary({ year: 2026 }), today)
    expect(before).toBeGreaterThan(0)
    await client.activities.save({ date: '2026-02-20', parts: [{ purpose: 'committeeMeeting', title: '2月支委会' }] })
    expect(missingBefore(await client.obligations.summary({ year: 2026 }), today)).toBe(before - 1)
  })
})
