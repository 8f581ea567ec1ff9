import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import { type Talk, type TalkMember, talkCoverage, talkPairings } from '#shared/talks/coverage.ts'
import { testClock } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'

const people = (committee: number, others: number): TalkMember[] =>
  Array.from({ length: committee + others }, (_, i) => ({ personId: `p${i}`, name: `成员${i}`, isCommittee: i < committee }))

const talk = (id: string, talkerId: string, ...partnerIds: string[]): Talk => ({ id, date: '2025-06-20', talkerId, partnerIds })

describe('coverage of talks (支部工作条例 第十九条)', () => {
  test('the committee with each other, every pair', () => {
    const members = people(3, 2)
    const found = talkCoverage('committee-committee', members, [talk('a', 'p0', 'p1'), talk('b', 'p3', 'p4')])
    expect(found).toMatchObject({ due: 3, covered: 1, talks: ['a'] })
    expect(found.gaps.map(({ names }) => names.join('—'))).toEqual(['成员0—成员2', '成员1—成员2'])
  })

  test('every member outside the committee with one of it, whoever began', () => {
    const members = people(2, 3)
    const found = talkCoverage('committee-member', members, [talk('a', 'p0', 'p2', 'p3')])
    expect(found).toMatchObject({ due: 3, covered: 2 })
    expect(talkCoverage('committee-member', members, [talk('a', 'p4', 'p1')]).gaps).toHaveLength(2)
  })

  test('members with each other cover both', () => {
    expect(talkCoverage('member-member', people(2, 3), [talk('a', 'p2', 'p3')])).toMatchObject({ due: 3, covered: 2 })
    expect(talkCoverage('member-member', people(2, 1), [])).toMatchObject({ due: 0, covered: 0 })
  })

  test('one more talk never lowers coverage, and gaps and coverage are the whole', () => {
    const member = fc.integer({ min: 0, max: 9 }).map((n) => `p${n}`)
    const talks = fc.array(fc.tuple(member, fc.array(member, { minLength: 1, maxLength: 3 })), { maxLength: 20 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }), talks, (committee, others, pairs) => {
        const members = people(committee, others)
        const all = pairs.map(([a, b], i) => talk(`t${i}`, a, ...b))
        for (const pairing of talkPairings) {
          let before = 0
          for (let n = 0; n <= all.length; n++) {
            const { due, covered, gaps } = talkCoverage(pairing, members, all.slice(0, n))
            expect(covered + gaps.length).toBe(due)
            expect(covered).toBeGreaterThanOrEqual(before)
            before = covered
          }
        }
      }),
    )
  })
})

describe('talks in the ledger', () => {
  test('a registered talk closes a gap; what was said is sealed, and looking at it is logged', async () => {
    const { core, ledger } = sampleBranch({ clock: testClock('2025-12-25') })
    const client = inProcessClient(core)
    const { members } = await client.members.roster({ date: '2025-06-24' })
    const who = (name: string, role: string) => {
      const found = members.find((member) => member.name === name)
      if (!found) throw new Error(name)
      return { personId: found.personId, name, role }
    }
    const outcomeOf = async () => {
      const { rules } = await client.obligations.assess({ year: 2025 })
      return rules.find(({ id }) => id === 'talk-committee-member')?.outcomes[0]?.periods[0]
    }
    const before = await outcomeOf()
    expect(before?.note).toContain('陈丙')
    const saved = await client.dossier.save({
      kind: 'heartToHeartTalk',
      date: '2025-06-24',
      title: '',
      people: [who('张三', 'talker'), who('陈丙', 'partner')],
      content: { reason: 'regular' },
      sealed: { points: '近期外勤时间长' },
    })
    expect(saved.recordNumber).toBe('2025-谈心谈话-01')
    const after = await outcomeOf()
    expect(after?.note).not.toContain('陈丙')
    expect(after?.records.map(({ id }) => id)).toEqual([saved.id])
    expect((await client.dossier.get({ id: saved.id })).hasSealed).toBe(true)
    const open = ['history_payload', 'search_text', 'dossier'].map((table) =>
      JSON.stringify(ledger.db.all(`SELECT * FROM ${table}`)),
    )
    expect(open.join('')).not.toContain('外勤')
    expect(await client.dossier.unseal({ id: saved.id })).toEqual({ points: '近期外勤时间长' })
    expect(ledger.db.all('SELECT what, owner_id FROM access_log')).toEqual([{ what: '查看谈心谈话内容', owner_id: saved.id }])
  })

  test('without any talk in late December the start page reminds of them, each pairing once', async () => {
    const { core } = sampleBranch({ clock: testClock('2025-12-25') })
    const client = inProcessClient(core)
    const { items } = await client.obligations.due({})
    const talks = items.filter(({ rule }) => rule.startsWith('talk-'))
    expect(talks.map(({ rule }) => rule).toSorted()).toEqual([
      'talk-committee-committee',
      'talk-committee-member',
      'talk-member-member',
    ])
    expect(talks.every(({ action }) => action.dossierKind === 'heartToHeartTalk')).toBe(true)
  })
})
