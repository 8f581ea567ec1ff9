import { describe, expect, it } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import { newId } from '#shared/kernel/ids.ts'
import { testClock } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'

async function open() {
  const { core, ledger } = sampleBranch({ clock: testClock('2026-02-10') })
  const client = inProcessClient(core)
  const parts = [
    {
      purpose: 'committeeMeeting' as const,
      title: '2026年第1次支部委员会会议',
      resolutions: [{ text: '走访困难党员', owner: '赵六' }, { text: '通过工作计划' }, { text: '布置活动室', dueOn: '2026-03-01' }],
    },
  ]
  const { id } = await client.activities.save({ date: '2026-01-08', parts })
  const all = await client.activities.followUps({})
  return { client, ledger, id, all }
}

describe('待落实', () => {
  it('holds decisions with an owner or a day, and those done are kept apart', async () => {
    const { client, all, id } = await open()
    expect(all.map(({ text, title, date }) => ({ text, title, date }))).toEqual([
      { text: '走访困难党员', title: '2026年第1次支部委员会会议', date: '2026-01-08' },
      { text: '布置活动室', title: '2026年第1次支部委员会会议', date: '2026-01-08' },
    ])
    const done = await client.activities.setFollowUp({ id: all[0]?.id ?? '', doneOn: '2026-01-20', doneNote: '走访2户' })
    expect(done).toMatchObject({ doneOn: '2026-01-20', doneNote: '走访2户' })
    expect((await client.activities.followUps({ open: true })).map(({ text }) => text)).toEqual(['布置活动室'])
    expect((await client.activities.followUps({ open: false })).map(({ text }) => text)).toEqual(['走访困难党员'])
    const { parts } = await client.activities.get({ id })
    expect(parts[0]?.resolutions[0]).toMatchObject({ doneOn: '2026-01-20', doneNote: '走访2户' })
    await client.activities.setFollowUp({ id: all[0]?.id ?? '', doneOn: null })
    expect(await client.activities.followUps({ open: true })).toHaveLength(2)
  })
  it('is in the history, once for each change', async () => {
    const { client, all, ledger } = await open()
    const before = ledger.history.head().seq
    const input = { id: all[0]?.id ?? '', doneOn: '2026-01-20' }
    await client.activities.setFollowUp(input)
    expect(ledger.history.head().seq).toBe(before + 1)
    await client.activities.setFollowUp(input)
    expect(ledger.history.head().seq).toBe(before + 1)
  })
  it('saving the minutes again keeps what was done', async () => {
    const { client, all, id } = await open()
    await client.activities.setFollowUp({ id: all[0]?.id ?? '', doneOn: '2026-01-20', doneNote: '走访2户' })
    const activity = await client.activities.get({ id })
    const parts = activity.parts.map(({ id: partId, purpose, title, resolutions }) => ({
      id: partId,
      purpose,
      title,
      resolutions: resolutions.map(({ id: own, text, owner, dueOn }) => ({ id: own, text, owner, dueOn })),
    }))
    await client.activities.save({ id, revision: activity.revision, date: activity.date, closing: '散会', parts })
    expect(await client.activities.followUps({ open: false })).toMatchObject([{ doneNote: '走访2户' }])
  })
  it('no day before the decision, none to come, no resolution that is not there, none in the bin', async () => {
    const { client, all, id } = await open()
    const set = (doneOn: string, followUp = all[0]?.id ?? '') => client.activities.setFollowUp({ id: followUp, doneOn })
    await expect(set('2026-01-07')).rejects.toMatchObject({ code: 'INPUT_INVALID', data: { field: '完成日期' } })
    await expect(set('2026-02-11')).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    await expect(set('2026-02-10', newId())).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await client.activities.remove({ id })
    expect(await client.activities.followUps({})).toEqual([])
    await expect(set('2026-02-10')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
