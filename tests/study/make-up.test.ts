import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import { individualHours, pastedHours } from '#shared/study/individual-hours.ts'
import { testClock } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'

function open(today = '2025-12-20') {
  const { core } = sampleBranch({ clock: testClock(today) })
  const client = inProcessClient(core)
  const idOf = async (name: string) => {
    const { members } = await client.members.roster({ date: '2025-06-20' })
    return members.find((each) => each.name === name)?.personId ?? ''
  }
  const group = async (name: string) =>
    (await client.study.hours({ year: 2025 })).lines.find((line) => line.name === name)?.hours.group
  const session = async (names: readonly string[], hours: number | null = 2) =>
    (
      await client.activities.save({
        date: '2025-06-20',
        parts: [
          {
            purpose: 'studySession',
            title: '2025年第9次集中学习',
            ...(hours === null ? {} : { hours }),
            absentees: names.map((name) => ({ name, reason: 'businessTrip' as const })),
          },
        ],
      })
    ).id
  return { client, idOf, group, session }
}

describe('a study session that was missed', () => {
  test('names its absentees, and not who is 不作硬性要求', async () => {
    const { client, session } = open()
    const id = await session(['陈丙', '褚丁'])
    const missed = await client.study.missed({ year: 2025 })
    expect(missed).toMatchObject([{ sittingId: id, hours: 2, people: [{ name: '陈丙', reason: 'businessTrip', madeUpIn: null }] }])
  })

  test('is proposed for 补学 with people, hours and session, and is then made up', async () => {
    const { client, idOf, group, session } = open()
    const id = await session(['陈丙', '吴十'])
    const both = await client.study.proposeMakeUp({ sittingId: id })
    expect(both.people.map(({ name }) => name)).toEqual(['吴十', '陈丙'])
    const one = await client.study.proposeMakeUp({ sittingId: id, personId: await idOf('陈丙') })
    expect(one).toMatchObject({ kind: 'makeUpStudy', date: '2025-12-20', forYear: 2025, content: { hours: 2 }, links: [id] })
    expect(one.title).toContain('6月20日')
    const { id: record } = await client.dossier.save(one)
    expect(await group('陈丙')).toBe(2)
    const { people } = (await client.study.missed({ year: 2025 }))[0] ?? { people: [] }
    expect(people.find(({ name }) => name === '陈丙')?.madeUpIn).toBe(record)
    expect((await client.study.proposeMakeUp({ sittingId: id })).people.map(({ name }) => name)).toEqual(['吴十'])
  })

  test('gives its hours once: not to who was there, and not twice', async () => {
    const { client, idOf, group, session } = open()
    const id = await session(['陈丙'])
    const proposed = await client.study.proposeMakeUp({ sittingId: id })
    const withOther = [...proposed.people, { personId: await idOf('吴十'), name: '吴十', role: 'member' }]
    await client.dossier.save({ ...proposed, people: withOther })
    await client.dossier.save(proposed)
    expect(await group('陈丙')).toBe(2)
    expect(await group('吴十')).toBe(2)
  })

  test('without hours proposes none, and of nobody is refused', async () => {
    const { client, session, group } = open()
    const id = await session(['陈丙'], null)
    const proposed = await client.study.proposeMakeUp({ sittingId: id })
    expect(proposed.content).toEqual({})
    await client.dossier.save(proposed)
    expect(await group('陈丙')).toBe(0)
    await expect(client.study.proposeMakeUp({ sittingId: id })).rejects.toThrow()
  })
})

describe('study of one member', () => {
  test('has hours, sessions attended and missed, and what is missing', async () => {
    const { client, idOf, session } = open()
    const id = await session(['李四'])
    const study = await client.study.member({ year: 2025, personId: await idOf('李四') })
    expect(study).toMatchObject({ showsShortfall: true, lacksTraining: true, attended: [] })
    expect(study.line).toMatchObject({ name: '李四', target: 56, missing: 56 })
    expect(study.missed).toMatchObject([{ sittingId: id, reason: 'businessTrip', madeUpIn: null }])
    const other = await client.study.member({ year: 2025, personId: await idOf('张三') })
    expect(other.attended).toMatchObject([{ recordId: id, hours: 2 }])
    const { fileName } = await client.documents.makeMemberStudy({ year: 2025, personId: await idOf('李四'), format: 'html' })
    expect(fileName).toContain('学习情况')
  })
})

describe('online hours of several people', () => {
  const rows = (lines: readonly (readonly [string, string, number])[]) =>
    lines.map(([personId, name, hours]) => ({ personId, name, hours }))

  test('count for each as they are listed; who has no line has the hours of everybody', async () => {
    const { client, idOf } = open()
    const names = ['张三', '李四', '吴十']
    const people = await Promise.all(names.map(async (name) => ({ personId: await idOf(name), name, role: 'member' })))
    const [a, b] = [await idOf('张三'), await idOf('李四')]
    const record = { kind: 'onlineHours', date: '2025-05-15', title: '', people }
    await client.dossier.save({
      ...record,
      content: {
        platform: 'xuexi',
        hours: 3,
        each: rows([
          [a, '张三', 12],
          [b, '李四', 20.5],
        ]),
      },
    })
    const { lines } = await client.study.hours({ year: 2025 })
    expect(names.map((name) => lines.find((line) => line.name === name)?.hours.online)).toEqual([12, 20.5, 3])
    const refused = (content: Parameters<typeof client.dossier.save>[0]['content']) =>
      expect(client.dossier.save({ ...record, content })).rejects.toThrow()
    await refused({ platform: 'xuexi' })
    await refused({ each: rows([[await idOf('王五'), '王五', 2]]) })
    await refused({
      each: rows([
        [a, '张三', 1],
        [a, '张三', 2],
      ]),
    })
  })

  const roster = ['张三', '李四', '王五'].map((name, at) => ({ personId: `p${at}`, name }))

  test('are taken from a pasted list, line by line, and what does not fit is named', () => {
    const text = '序号\t姓名\t学时\n1\t张　三\t12\n2\t李四\t\n3\t孙某\t5\n4 王五 20.5\n5\t张三\t9'
    const { lines, problems } = pastedHours(text.replace('4 王五', '王五'), roster)
    expect(lines).toEqual([
      { personId: 'p0', name: '张三', hours: 12 },
      { personId: 'p2', name: '王五', hours: 20.5 },
    ])
    expect(problems).toEqual(['第3行“李四”后面没有学时数', '第4行“孙某”不在当天的党员名单里', '第6行“张三”重复，只取前一行'])
    const twins = [...roster, { personId: 'p9', name: '张三' }]
    expect(pastedHours('张三,3', twins)).toMatchObject({ lines: [], problems: [expect.stringContaining('同名')] })
  })

  test('no text gives anybody hours twice or more than the limit', () => {
    const cell = fc.oneof(
      fc.constantFrom('张三', '李四', '王五', '姓名', '\t', '\n', ',', ' '),
      fc.string(),
      fc.nat(1000).map(String),
    )
    fc.assert(
      fc.property(fc.array(cell), (cells) => {
        const { lines } = pastedHours(cells.join(''), roster)
        expect(new Set(lines.map(({ personId }) => personId)).size).toBe(lines.length)
        for (const { hours } of lines) expect(hours).toBeLessThanOrEqual(400)
      }),
    )
  })

  test('lines that name nobody or no number give nothing', () => {
    expect(individualHours({ each: [{ personId: 'a', name: '甲' }, { hours: 3 }] })).toEqual([])
    expect(individualHours({ each: '甲 3' })).toEqual([])
  })
})
