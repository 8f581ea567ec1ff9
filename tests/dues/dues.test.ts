import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import { type DuesLine, duesContent, duesLines, fullMonths, takeAmounts, tickAll, yearSum } from '#shared/dues/dues.ts'
import { testClock } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'

const lineArbitrary: fc.Arbitrary<DuesLine> = fc.record({
  personId: fc.uuid(),
  name: fc.constantFrom('张三', '李四', '欧阳某某'),
  amount: fc.option(fc.integer({ min: 0, max: 100_000 }).map((fen) => fen / 100)),
  paid: fc.subarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
})

describe('党费', () => {
  test('what is kept comes back', () => {
    fc.assert(
      fc.property(fc.array(lineArbitrary, { maxLength: 10 }), (lines) => {
        expect(duesLines(duesContent(lines))).toEqual(lines)
      }),
    )
  })

  test('one press ticks a month for everybody, a second takes it off', () => {
    fc.assert(
      fc.property(fc.array(lineArbitrary, { minLength: 1, maxLength: 10 }), fc.integer({ min: 1, max: 12 }), (lines, month) => {
        const isFull = fullMonths(lines).includes(month)
        const once = tickAll(lines, [month])
        expect(fullMonths(once).includes(month)).toBe(!isFull)
        expect(fullMonths(tickAll(once, [month])).includes(month)).toBe(isFull)
      }),
    )
  })

  test('a quarter by one press, for those who pay here then', () => {
    const line = (personId: string, paid: number[]): DuesLine => ({ personId, name: personId, amount: 5, paid })
    const came = (personId: string, month: number) => personId !== 'b' || month >= 3
    const once = tickAll([line('a', [1]), line('b', [])], [1, 2, 3], came)
    expect(once.map(({ paid }) => paid)).toEqual([[1, 2, 3], [3]])
    expect(tickAll(once, [1, 2, 3], came).map(({ paid }) => paid)).toEqual([[], []])
  })

  test('amounts of the year before fill only what is not fixed', () => {
    const line = (personId: string, amount: number | null): DuesLine => ({ personId, name: personId, amount, paid: [] })
    const last = [line('a', 10), line('b', 20)]
    expect(takeAmounts([line('a', 12), line('b', null), line('c', null)], last)).toEqual([
      line('a', 12),
      line('b', 20),
      line('c', null),
    ])
    expect(takeAmounts([line('a', 12), line('c', null)], last)).toBe(null)
  })

  test('the paper tells a month that is owed from one that is not paid here', async () => {
    const { core } = sampleBranch({ clock: testClock('2025-12-10') })
    const client = inProcessClient(core)
    const { person } = await client.members.save({
      person: { name: '林壬', declaredCategory: 'formalMember', joinedOn: '2010-07-01' },
      membership: { validFrom: '2025-11-05', validTo: null },
      intervals: [],
    })
    const content = duesContent([{ personId: person.id, name: person.name, amount: 10, paid: [11] }])
    const { id } = await client.dossier.save({ kind: 'partyDues', date: '2025-01-01', title: '2025年党费收缴', content })
    // As a record it is the same paper: so it stands in the handbook and in a pack.
    expect((await client.documents.previewRecord({ id })).html.match(/>—</g)).toHaveLength(10)
    const { token } = await client.documents.makeDues({ year: 2025, format: 'html' })
    const html = new TextDecoder().decode(core.outbox.find(token).content)
    expect(html.match(/>—</g)).toHaveLength(10)
    expect(html.match(/>√</g)).toHaveLength(1)
  })

  test('sums are exact to the fen', () => {
    expect(yearSum({ personId: '', name: '', amount: 0.1, paid: [1, 2, 3] })).toBe(0.3)
    expect(yearSum({ personId: '', name: '', amount: null, paid: [1] })).toBe(0)
  })

  test('a year is saved, printed and counted in the rating month by month', async () => {
    const { core } = sampleBranch({ clock: testClock('2026-01-10') })
    const client = inProcessClient(core)
    const { members } = await client.members.roster({ date: '2025-12-31' })
    await expect(client.documents.makeDues({ year: 2025, format: 'docx' })).rejects.toMatchObject({ code: 'PAPER_NOTHING' })
    const lines = members.map(({ personId, name }): DuesLine => ({ personId, name, amount: 12.5, paid: [1, 2, 3] }))
    const content = duesContent(lines)
    await client.dossier.save({ kind: 'partyDues', date: '2025-01-01', title: '2025年党费收缴', content })
    const made = await client.documents.makeDues({ year: 2025, format: 'html' })
    expect(made.fileName).toContain('党费收缴公示表')
    const { lines: indicators } = await client.rating.get({ year: 2025 })
    const dues = indicators.find(({ code }) => code === 'C4')
    expect(dues?.proposed).toBe(0.5)
    expect(dues?.missing).toHaveLength(9)
  })
})
