import { describe, expect, it } from 'vitest'
import type { InProcessClient } from '#main/shells/in-process.ts'
import { inProcessClient } from '#main/shells/in-process.ts'
import { foldDue } from '#shared/obligations/due-fold.ts'
import type { DueItem } from '#shared/obligations/schema.ts'
import { testClock, testCore } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'

const brief = ({ rule, period, state }: DueItem) => `${state} ${rule} ${period}`

/** The sample branch of 「用示例支部试一试」, a year of an old ledger in it. */
async function sample(today = '2026-01-10') {
  const core = testCore({ clock: testClock(today) })
  const client = inProcessClient(core)
  await client.ledger.create({ sample: true })
  return client
}
const find = (items: readonly DueItem[], rule: string, period?: string) =>
  items.find((item) => item.rule === rule && (period === undefined || item.period === period))

/** A committee meeting of a small ledger made by hand. */
const meeting = (date: string, more: object = {}, part: object = {}) => ({
  date,
  ...more,
  parts: [{ purpose: 'committeeMeeting' as const, title: `${date}支部委员会会议`, ...part }],
})
const open = (today: string) => {
  const branch = sampleBranch({ clock: testClock(today) })
  const client: InProcessClient = inProcessClient(branch.core)
  const due = async (date?: string) => (await client.obligations.due(date === undefined ? {} : { date })).items
  return { ...branch, client, due }
}

describe('近期要办 of the sample year', () => {
  it('as of a day in September: missing, then near, then what is open', async () => {
    const client = await sample()
    const { date, items } = await client.obligations.due({ date: '2025-09-04' })
    expect(date).toBe('2025-09-04')
    expect(items.slice(0, 4).map(brief)).toEqual([
      'missing committee-meeting-monthly 2025-08',
      'missing party-lecture-quarterly 2025-Q1',
      'soon follow-up 2025-09-05',
      'open general-meeting-quarterly 2025-Q3',
    ])
    expect(find(items, 'committee-meeting-monthly', '2025-08')).toMatchObject({
      title: '8月支部委员会会议未记录',
      detail: '已开的可补记，没有开的填情况说明',
      action: { kind: 'record', purpose: 'committeeMeeting', date: '2025-08-31' },
      canExplain: true,
    })
    expect(find(items, 'committee-meeting-monthly', '2025-09')).toMatchObject({
      state: 'open',
      title: '9月支部委员会会议待开',
      dueOn: '2025-09-30',
      action: { kind: 'prepare', date: '2025-09-04' },
    })
    expect(find(items, 'party-lecture-quarterly', '2025-Q1')?.detail).toContain('本单位细则')
    expect(items.filter((item) => item.rule === 'group-meeting-monthly').map((item) => item.action.groupId)).toHaveLength(2)
    expect(items.some((item) => `${item.title}${item.detail}`.includes('违规'))).toBe(false)
    expect(new Set(items.map((item) => item.id)).size).toBe(items.length)
  })
  it('the last ten days of a month are near', async () => {
    const client = await sample()
    const state = async (date: string) =>
      find((await client.obligations.due({ date })).items, 'committee-meeting-monthly', '2025-08')?.state
    expect(await state('2025-08-20')).toBe('open')
    expect(await state('2025-08-21')).toBe('soon')
    expect(await state('2025-08-31')).toBe('soon')
    expect(await state('2025-09-01')).toBe('missing')
  })
  it('the committee is reminded of its election six months ahead, and probation thirty days', async () => {
    const client = await sample()
    const at = async (date: string, rule: string) => find((await client.obligations.due({ date })).items, rule)
    expect(await at('2025-11-11', 'committee-term')).toBeUndefined()
    expect(await at('2025-11-12', 'committee-term')).toMatchObject({
      state: 'open',
      dueOn: '2026-05-12',
      action: { kind: 'prepare' },
    })
    expect(await at('2026-06-01', 'committee-term')).toMatchObject({ state: 'overdue' })
    const probation = async (date: string) =>
      (await client.obligations.due({ date })).items
        .filter((item) => item.rule === 'probation-one-year')
        .map(({ state, dueOn }) => [state, dueOn])
    expect(await probation('2025-12-10')).toEqual([])
    expect(await probation('2025-12-25')).toEqual([['open', '2026-01-20']])
    expect(await probation('2026-02-01')).toEqual([['overdue', '2026-01-20']])
  })
  it('many missing periods of one duty are one line of the list', async () => {
    const client = await sample('2026-11-23')
    const { items, date } = await client.obligations.due({})
    expect(date).toBe('2026-11-23')
    const lines = foldDue(items, date)
    expect(lines.flatMap(({ item, more }) => [item, ...more])).toHaveLength(items.length)
    const line = lines.find(({ item }) => item.rule === 'committee-meeting-monthly' && item.period === '2026-10')
    expect(line).toMatchObject({ title: '10月等10个月支部委员会会议未记录' })
    expect(line?.more.map(({ period }) => period).slice(0, 2)).toEqual(['2026-09', '2026-08'])
    expect(lines.find(({ item }) => item.period === '2025-08' && item.rule === 'committee-meeting-monthly')?.title).toBe(
      '2025年8月支部委员会会议未记录',
    )
  })
})

describe('近期要办 of a ledger that begins', () => {
  it('is not reproached with the year before', async () => {
    const { due, client } = open('2026-02-10')
    const periods = (items: readonly DueItem[]) =>
      new Set(items.filter(({ state }) => state === 'missing').map(({ period }) => period))
    expect(periods(await due())).toEqual(new Set(['2026-01']))
    await client.activities.save(meeting('2025-12-05'))
    expect(periods(await due())).toContain('2025-11')
  })
  it('a planned meeting stands for its month, and waits to be written down after its day', async () => {
    const { due, client } = open('2026-02-10')
    const { id } = await client.activities.save(meeting('2026-02-12', { state: 'planned' }))
    expect(find(await due(), 'committee-meeting-monthly', '2026-02')).toMatchObject({
      state: 'soon',
      detail: '2月12日的会已计划；2月28日前',
      action: { kind: 'prepare', activityId: id },
    })
    expect(find(await due(), 'planned-meeting')).toBeUndefined()
    expect(find(await due('2026-02-13'), 'committee-meeting-monthly', '2026-02')).toMatchObject({
      state: 'open',
      action: { kind: 'record', activityId: id },
    })
    const { id: second } = await client.activities.save(meeting('2026-02-20', { state: 'planned' }))
    expect(find(await due(), 'planned-meeting')).toMatchObject({ state: 'soon', action: { kind: 'prepare', activityId: second } })
    expect(find(await due('2026-02-05'), 'planned-meeting')).toBeUndefined()
    expect(find(await due('2026-02-21'), 'to-record')).toMatchObject({
      state: 'overdue',
      action: { kind: 'record', activityId: second },
    })
  })
  it('records wait for signatures', async () => {
    const { due, client } = open('2026-02-10')
    const { id } = await client.activities.save(meeting('2026-02-05'))
    expect(find(await due(), 'awaiting-signature')).toMatchObject({ action: { kind: 'sign', activityId: id } })
    const { revision } = await client.activities.get({ id })
    await client.activities.save({ ...meeting('2026-02-05', { state: 'signed' }), id, revision })
    expect(find(await due(), 'awaiting-signature')).toBeUndefined()
  })
  it('decisions surface until they are done, as of the day asked for', async () => {
    const { due, client } = open('2026-02-10')
    const resolutions = [{ text: '修订支部学习制度', owner: '王五', dueOn: '2026-02-09' }, { text: '同意工作计划' }]
    const { id } = await client.activities.save(meeting('2026-02-02', {}, { resolutions }))
    const open_ = await client.activities.followUps({ open: true })
    expect(open_).toMatchObject([{ activityId: id, text: '修订支部学习制度', owner: '王五', dueOn: '2026-02-09', doneOn: null }])
    const [followUp] = open_
    expect(find(await due(), 'follow-up')).toMatchObject({
      state: 'overdue',
      title: '修订支部学习制度',
      detail: '责任人：王五；2月9日前完成',
      action: { kind: 'followUp', activityId: id, followUpId: followUp?.id },
    })
    await client.activities.setFollowUp({ id: followUp?.id ?? '', doneOn: '2026-02-10', doneNote: '已印发' })
    expect(find(await due(), 'follow-up')).toBeUndefined()
    expect(find(await due('2026-02-08'), 'follow-up')).toMatchObject({ state: 'soon' })
  })
})
