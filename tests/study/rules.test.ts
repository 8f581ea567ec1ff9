import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import { fiveYearsOf } from '#shared/study/cadre.ts'
import { triggerStates } from '#shared/talks/triggers.ts'
import { testClock } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'

describe('talks that a reason asks for', () => {
  test('are answered by a talk on the day or after it, never by an earlier one', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2025-06-${String(n).padStart(2, '0')}`)
    fc.assert(
      fc.property(day, fc.array(day), (date, talks) => {
        const all = talks.map((each, i) => ({ id: `t${i}`, date: each, talkerId: 'x', partnerIds: ['a'] }))
        const [state] = triggerStates([{ id: 'r', date, personId: 'a', name: '', reason: 'health', title: '' }], all, 30)
        expect(state?.talkId !== null).toBe(talks.some((each) => each >= date))
      }),
    )
  })

  test('stand among what is to be done, without the reason', async () => {
    const { core } = sampleBranch({ clock: testClock('2025-06-10') })
    const client = inProcessClient(core)
    const { members } = await client.members.roster({ date: '2025-06-10' })
    const who = (name: string, role: string) => ({ personId: members.find((m) => m.name === name)?.personId ?? null, name, role })
    await client.dossier.save({
      kind: 'talkTrigger',
      date: '2025-06-01',
      title: '',
      people: [who('陈丙', 'member')],
      content: { reason: 'health' },
    })
    const items = async () =>
      (await client.obligations.due({ date: '2025-06-10' })).items.filter(({ rule }) => rule === 'talk-triggered')
    expect(await items()).toMatchObject([{ title: '和陈丙谈心谈话', dueOn: '2025-07-01', state: 'open' }])
    expect(JSON.stringify(await items())).not.toContain('健康')
    await client.dossier.save({
      kind: 'heartToHeartTalk',
      date: '2025-06-09',
      title: '',
      people: [who('张三', 'talker'), who('陈丙', 'partner')],
      content: {},
    })
    expect(await items()).toEqual([])
  })
})

describe('cadre hours', () => {
  test('are counted in five years as the national plans have them', () => {
    expect(fiveYearsOf(2023)).toEqual({ from: 2023, to: 2027 })
    expect(fiveYearsOf(2022)).toEqual({ from: 2018, to: 2022 })
    fc.assert(
      fc.property(fc.integer({ min: 1950, max: 2150 }), (year) => {
        const { from, to } = fiveYearsOf(year)
        expect(from <= year && year <= to && to - from === 4).toBe(true)
      }),
    )
  })

  test('are off until the branch switches them on, and then a ledger of their own', async () => {
    const { core } = sampleBranch({ clock: testClock('2025-12-25') })
    const client = inProcessClient(core)
    const outcome = async () =>
      (await client.obligations.assess({ year: 2025 })).rules.find(({ id }) => id === 'cadre-hours-division')
    expect((await outcome())?.status).toBe('disabled')
    expect((await client.study.hours({ year: 2025 })).asksCadreHours).toBe(false)
    await client.obligations.setRule({ year: 2025, ruleId: 'cadre-hours-division', isEnabled: true, min: null, note: '' })
    const { members } = await client.members.roster({ date: '2025-12-25' })
    const people = members.slice(1).map(({ personId, name }) => ({ personId, name, role: 'member' }))
    await client.dossier.save({ kind: 'cadreTraining', date: '2025-05-15', title: '', people, content: { hours: 90 } })
    const note = (await outcome())?.outcomes[0]?.periods[0]?.note
    expect(note).toBe(`不足90学时：${members[0]?.name}0学时`)
    const report = await client.study.hours({ year: 2025 })
    expect(report.asksCadreHours).toBe(true)
    expect(report.lines[0]?.cadre).toMatchObject({ sum: 0, target: 90, missing: 90, from: 2025, to: 2025 })
    expect(report.lines[1]?.cadre).toMatchObject({ sum: 90, target: 90, missing: 0, entries: [{ hours: 90 }] })
    // Member hours stay as they are: two ledgers.
    expect(report.lines[1]?.total).toBe(0)
  })
})
