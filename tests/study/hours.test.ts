import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import { roundHours } from '#shared/study/round-hours.ts'
import { testClock } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'

function open(today = '2025-12-20') {
  const { core } = sampleBranch({ clock: testClock(today) })
  const client = inProcessClient(core)
  const lineOf = async (name: string) => {
    const report = await client.study.hours({ year: 2025 })
    const found = report.lines.find((line) => line.name === name)
    if (!found) throw new Error(name)
    return found
  }
  const member = async (name: string) => {
    const { members } = await client.members.roster({ date: '2025-06-20' })
    const found = members.find((each) => each.name === name)
    if (!found) throw new Error(name)
    return { personId: found.personId, name, role: 'member' }
  }
  return { client, lineOf, member }
}

const study = (hours: number, more: object[] = []) => ({
  date: '2025-06-20',
  parts: [
    {
      purpose: 'studySession' as const,
      title: '2025年第9次集中学习',
      hours,
      absentees: [{ name: '陈丙', reason: 'businessTrip' as const }],
    },
    ...(more as []),
  ],
})

describe('hours (DOMAIN 2.2, 8.3)', () => {
  test('who was present has the hours, once for a sitting however many parts it has', async () => {
    const { client, lineOf } = open()
    await client.activities.save(study(2, [{ purpose: 'partyLecture', title: '2025年第二季度党课', hours: 1.5 }]))
    expect((await lineOf('张三')).hours.group).toBe(2)
    // Absent from the study only; the lecture's own attendance counts.
    expect((await lineOf('陈丙')).hours.group).toBe(1.5)
  })

  test('trainings, online hours and self-study have columns of their own; cadre hours a ledger of their own', async () => {
    const { client, lineOf, member } = open()
    const people = [await member('张三')]
    const save = (kind: string, content: Record<string, string | number>) =>
      client.dossier.save({ kind, date: '2025-05-15', title: '', people, content })
    await save('centralTraining', { level: 'superior', hours: 16 })
    await save('centralTraining', { level: 'own', hours: 4 })
    await save('onlineHours', { platform: 'xuexi', hours: 10 })
    await save('selfStudy', { hours: 2 })
    await save('makeUpStudy', { hours: 1.5 })
    await save('cadreTraining', { hours: 90 })
    const line = await lineOf('张三')
    expect(line.hours).toEqual({ group: 1.5, training: 4, superiorTraining: 16, online: 10, selfStudy: 2, cadre: 90 })
    expect(line).toMatchObject({ total: 33.5, target: 56, missing: 22.5 })
    expect(line.entries).toHaveLength(6)
  })

  test('the committee, the members and those 不作硬性要求 have their own targets', async () => {
    const { lineOf } = open()
    expect((await lineOf('李四')).target).toBe(56)
    expect((await lineOf('吴十')).target).toBe(32)
    expect(await lineOf('褚丁')).toMatchObject({ target: null, missing: 0 })
  })

  test('a shortfall is shown from October on, and a committee member’s training closes the rule', async () => {
    expect((await open('2025-09-30').client.study.hours({ year: 2025 })).showsShortfall).toBe(false)
    const { client, member } = open('2025-12-25')
    expect((await client.study.hours({ year: 2025 })).showsShortfall).toBe(true)
    const note = async () => {
      const { rules } = await client.obligations.assess({ year: 2025 })
      return rules.find(({ id }) => id === 'study-training-committee')?.outcomes[0]?.periods[0]
    }
    expect((await note())?.note).toContain('张三')
    const names = ['张三', '李四', '王五', '赵六', '钱七']
    await client.dossier.save({
      kind: 'centralTraining',
      date: '2025-05-15',
      title: '',
      people: await Promise.all(names.map(member)),
      content: { level: 'superior', hours: 16 },
    })
    expect((await note())?.state).toBe('done')
  })

  test('more hours never lower a total', async () => {
    const { client, lineOf, member } = open()
    const people = [await member('吴十')]
    let before = 0
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), async (halves) => {
        await client.dossier.save({ kind: 'onlineHours', date: '2025-03-03', title: '', people, content: { hours: halves / 2 } })
        const { total } = await lineOf('吴十')
        expect(total).toBe(before + halves / 2)
        before = total
      }),
      { numRuns: 15 },
    )
  })

  test('hours are whole and half hours', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 500, noNaN: true }), (hours) => {
        const rounded = roundHours(hours)
        expect(Number.isInteger(rounded * 2)).toBe(true)
        expect(rounded).toBeLessThanOrEqual(hours + 1e-8)
      }),
    )
  })
})
