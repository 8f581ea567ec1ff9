import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import { testClock } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'

/** The branch of fourteen without a record, the members' names and what is proposed for an indicator. */
async function opened() {
  const { core } = sampleBranch({ clock: testClock('2026-01-10') })
  const client = inProcessClient(core)
  const { members } = await client.members.roster({ date: '2025-06-20' })
  const proposed = async (code: string) => {
    const { lines } = await client.rating.get({ year: 2025 })
    return lines.find((line) => line.code === code)?.proposed ?? null
  }
  const who = (at: number, role: string) => {
    const member = members[at % members.length]
    if (!member) throw new Error('nobody is on the roster')
    return { personId: member.personId, name: member.name, role }
  }
  return { client, members, proposed, who }
}

const someone = fc.nat(13)

test('one more talk never lowers what is proposed for 谈心谈话; when everybody is covered it is full', async () => {
  const { client, members, proposed, who } = await opened()
  const talk = (from: number, to: readonly number[]) =>
    client.dossier.save({
      kind: 'heartToHeartTalk',
      date: '2025-06-24',
      title: '',
      people: [who(from, 'talker'), ...to.map((at) => who(at, 'partner'))],
      content: { reason: 'regular' },
    })
  expect(await proposed('D7')).toBe(0)
  let before = 0
  await fc.assert(
    fc.asyncProperty(someone, fc.uniqueArray(someone, { minLength: 1, maxLength: 4 }), async (from, to) => {
      const others = to.filter((at) => at !== from)
      fc.pre(others.length > 0)
      await talk(from, others)
      const after = (await proposed('D7')) ?? -1
      expect(after).toBeGreaterThanOrEqual(before)
      before = after
    }),
    { numRuns: 12, endOnFailure: true },
  )
  // Some of what is due is proved, not all of it: the share counts people and pairs.
  expect(before).toBeGreaterThan(0)
  expect(before).toBeLessThan(2)
  for (const from of members.keys())
    await talk(
      from,
      [...members.keys()].filter((at) => at !== from),
    )
  expect(await proposed('D7')).toBe(2)
})

test('more hours never lower what is proposed for 学时; when everybody has them it is full', async () => {
  const { client, members, proposed, who } = await opened()
  const train = (people: readonly number[], hours: number) =>
    client.dossier.save({
      kind: 'centralTraining',
      date: '2025-05-15',
      title: '',
      people: people.map((at) => who(at, 'member')),
      content: { level: 'own', hours },
    })
  const codes = ['B5', 'C2']
  const before = new Map(codes.map((code) => [code, 0]))
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(someone, { minLength: 1 }), fc.integer({ min: 1, max: 80 }), async (people, halves) => {
      await train(people, halves / 2)
      for (const code of codes) {
        const after = (await proposed(code)) ?? -1
        expect(after, code).toBeGreaterThanOrEqual(before.get(code) ?? 0)
        before.set(code, after)
      }
    }),
    { numRuns: 12, endOnFailure: true },
  )
  await train([...members.keys()], 60)
  expect([await proposed('B5'), await proposed('C2')]).toEqual([2, 3])
})
