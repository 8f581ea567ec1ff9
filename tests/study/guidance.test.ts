import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import { studyTiers } from '#shared/activities/details.ts'
import type { SittingRecord } from '#shared/obligations/records.ts'
import { audienceLines, guidedAudiences } from '#shared/study/audiences.ts'
import { studyTierLines } from '#shared/study/tiers.ts'
import { testClock } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'

const sittings = fc
  .array(
    fc.record({
      date: fc.constantFrom('2024-12-31', '2025-01-01', '2025-06-20', '2025-12-31', '2026-01-01'),
      state: fc.constantFrom('planned' as const, 'toRecord' as const, 'toSign' as const, 'signed' as const),
      parts: fc.array(
        fc.record({
          purpose: fc.constant('studySession' as const),
          forYear: fc.constant(2025),
          hours: fc.constantFrom(null, 0.5, 1, 2),
          studyTier: fc.constantFrom(null, ...studyTiers),
          audience: fc.constantFrom(null, 'all' as const, ...guidedAudiences),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    }),
  )
  .map((all) => all.map((each, index): SittingRecord => ({ ...each, id: `r${index}`, origin: 'typed', title: '集中学习' })))

describe('四学情况 and 分类指导 (DOMAIN 5.1, 5.2)', () => {
  test('a sitting of the year that was held is once in each tier and audience its parts name, and in no other', () => {
    fc.assert(
      fc.property(sittings, (records) => {
        const today = '2025-12-31'
        const held = records.filter(({ date, state }) => date.startsWith('2025') && (state === 'signed' || state === 'toSign'))
        for (const { tier, hours, entries } of studyTierLines(2025, { records, references: [], today })) {
          const own = held.filter(({ parts }) => parts.some(({ studyTier }) => studyTier === tier))
          expect(entries.map(({ recordId }) => recordId).toSorted()).toEqual(own.map(({ id }) => id).toSorted())
          expect(hours).toBe(entries.reduce((sum, entry) => sum + (entry.hours ?? 0), 0))
        }
        for (const { audience, entries } of audienceLines(2025, records, today)) {
          const own = held.filter(({ parts }) => parts.some((part) => part.audience === audience))
          expect(entries.map(({ recordId }) => recordId).toSorted()).toEqual(own.map(({ id }) => id).toSorted())
        }
      }),
    )
  })

  test('the order of the records changes nothing', () => {
    fc.assert(
      fc.property(sittings, (records) => {
        const lines = (all: SittingRecord[]) => studyTierLines(2025, { records: all, references: [], today: '2025-12-31' })
        expect(lines(records.toReversed())).toEqual(lines(records))
      }),
    )
  })

  test('sittings, references and visits at home are counted, each with the way to its record', async () => {
    const { core } = sampleBranch({ clock: testClock('2025-12-20') })
    const client = inProcessClient(core)
    const part = { purpose: 'studySession' as const, title: '第9次集中学习', hours: 2 }
    await client.activities.save({
      date: '2025-06-20',
      parts: [{ ...part, studyTier: 'branchPromotes', audience: 'youth' }],
    })
    const reference = { kind: 'studyReference', title: '', people: [] }
    await client.dossier.save({ ...reference, date: '2025-03-03', content: { tier: 'centreGroupLeads', hours: 3 } })
    await client.dossier.save({ ...reference, date: '2025-12-30', content: { tier: 'centreGroupLeads', hours: 3 } })
    const { members } = await client.members.roster({ date: '2025-06-20' })
    const people = [{ personId: members.find(({ name }) => name === '褚丁')?.personId ?? null, name: '褚丁', role: 'visited' }]
    const visit = { kind: 'careRecord', title: '', people }
    const home = await client.dossier.save({ ...visit, date: '2025-04-04', content: { sort: 'study' } })
    await client.dossier.save({ ...visit, date: '2025-05-05', content: { sort: 'festival' } })
    const { tiers, audiences, homeStudy } = await client.study.guidance({ year: 2025 })
    expect(tiers.map(({ tier, hours, entries }) => [tier, entries.length, hours])).toEqual([
      ['centreGroupLeads', 1, 3],
      ['leadersTakeLead', 0, 0],
      ['branchPromotes', 1, 2],
      ['membersFollow', 0, 0],
    ])
    expect(audiences.map(({ entries }) => entries.length)).toEqual([0, 0, 1])
    expect(homeStudy.map(({ name, entries }) => [name, entries.map(({ recordId }) => recordId)])).toEqual([['褚丁', [home.id]]])
  })
})
