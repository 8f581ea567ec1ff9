import { describe, expect, test } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import type { SaveDossier } from '#shared/dossier/schema.ts'
import { testClock } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'

const transfer = 'relation-transfer-6-months'
const lost = 'lost-contact-6-months'

async function opened(day: string) {
  const clock = testClock(day)
  const client = inProcessClient(sampleBranch({ clock }).core)
  const { members } = await client.members.roster({ date: day })
  const who = (name: string) => ({
    personId: members.find((member) => member.name === name)?.personId ?? null,
    name,
    role: 'member',
  })
  const away = (name: string, date: string, reason: 'away' | 'lostContact', change: Partial<SaveDossier> = {}) =>
    client.dossier.save({ kind: 'awayMember', date, title: '', people: [who(name)], content: { reason }, ...change })
  const due = async (today: string) => {
    clock.set(today)
    return (await client.obligations.due({})).items.filter(({ rule }) => rule === transfer || rule === lost)
  }
  const states = async (year: number, ruleId: string) => {
    const rule = (await client.obligations.assess({ year })).rules.find(({ id }) => id === ruleId)
    return rule?.outcomes.map(({ scope, periods }) => [scope.name, periods[0]?.state])
  }
  return { client, away, due, states }
}

describe('members who are away or out of contact', () => {
  test('come up in the last month before six are over, each under its own rule', async () => {
    const { away, due, states } = await opened('2025-03-10')
    const { id } = await away('冯乙', '2025-03-03', 'away')
    await away('吴十', '2025-04-14', 'lostContact')
    expect(await due('2025-08-03')).toEqual([])
    expect(await due('2025-08-04')).toMatchObject([
      { rule: transfer, state: 'open', dueOn: '2025-09-03', title: '冯乙外出情况请核实', action: { kind: 'view', dossierId: id } },
    ])
    expect(await due('2025-09-20')).toMatchObject([
      { rule: transfer, state: 'missing', canExplain: true },
      { rule: lost, state: 'open', dueOn: '2025-10-14', title: '吴十请继续查找联系' },
    ])
    expect(await states(2025, lost)).toEqual([['吴十', 'open']])
  })

  test('are asked after from another year on, and no more once they are back', async () => {
    const { away, due, states } = await opened('2025-09-01')
    const { id, revision } = await away('冯乙', '2025-09-01', 'away')
    expect(await due('2026-03-02')).toMatchObject([{ rule: transfer, state: 'missing', period: '2026' }])
    expect(await states(2025, transfer)).toEqual([['冯乙', 'upcoming']])
    await away('冯乙', '2025-09-01', 'away', { id, revision, endDate: '2026-03-02' })
    expect(await due('2026-03-02')).toEqual([])
    expect(await states(2026, transfer)).toEqual([['冯乙', 'done']])
  })

  test('who have left the branch are its matter no longer', async () => {
    const { client, away, due } = await opened('2025-03-10')
    await away('冯乙', '2025-03-03', 'away')
    const member = (await client.members.all({})).find(({ person }) => person.name === '冯乙')
    if (!member) throw new Error('no such member')
    const { name, declaredCategory } = member.person
    const membership = { validFrom: null, validTo: '2025-09-10', leaveReason: '组织关系转出' }
    await client.members.save({ id: member.person.id, person: { name, declaredCategory }, membership })
    expect(await due('2025-09-20')).toEqual([])
  })

  test('an end before the beginning is refused in words', async () => {
    const { away } = await opened('2025-03-10')
    await expect(away('冯乙', '2025-03-03', 'away', { endDate: '2025-03-01' })).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  })
})

describe('the handbook of a year', () => {
  const handIn = 'handbook-hand-in'

  test('is asked for only where the branch switched that on, by the day it set', async () => {
    const clock = testClock('2025-12-01')
    const client = inProcessClient(sampleBranch({ clock }).core)
    await client.activities.save({
      date: '2025-11-05',
      parts: [{ purpose: 'committeeMeeting', title: '支部委员会会议' }],
      state: 'signed',
    })
    const due = async (today: string) => {
      clock.set(today)
      return (await client.obligations.due({})).items.filter(({ rule }) => rule === handIn)
    }
    expect(await due('2026-01-20')).toEqual([])
    await client.obligations.setRule({ year: 2025, ruleId: handIn, isEnabled: true, min: null, note: '' })
    const { fullName, shortName, superiorName, settings } = await client.branch.get({})
    const put = (handbookDay: string) =>
      client.branch.update({ fullName, shortName, superiorName, settings: { ...settings, handbookDay } })
    await expect(put('02-29')).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    await put('02-15')
    expect(await due('2025-12-31')).toEqual([])
    expect(await due('2026-01-20')).toMatchObject([
      { state: 'open', dueOn: '2026-02-15', title: '2025年《党支部工作手册》待报送', action: { dossierKind: 'branchHandbook' } },
    ])
    expect(await due('2026-02-16')).toMatchObject([{ state: 'missing', title: '2025年《党支部工作手册》报送未登记' }])
    await client.dossier.save({ kind: 'branchHandbook', date: '2026-02-16', title: '' })
    expect(await due('2026-02-16')).toEqual([])
  })
})
