import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tickAll } from '#shared/dues/dues.ts'
import { monthCount, monthDeadline, monthsDue, unpaid } from '#shared/dues/months.ts'
import type { Person } from '#shared/members/schema.ts'

const person = (joinedOn: string | null) => ({ id: 'p', name: '某', joinedOn }) as Person
const history = (joinedOn: string | null, validFrom: string | null, validTo: string | null) => ({
  persons: [person(joinedOn)],
  memberships: [{ id: 'm', personId: 'p', validFrom, validTo, leaveReason: '' }],
})
const due = (...args: Parameters<typeof history>) =>
  monthsDue(history(...args), 'p', 2025)
    .map((each) => each[0])
    .join('')

describe('months in which somebody pays here', () => {
  test('all year, from the month they came or were admitted, to the month before they left', () => {
    expect(due(null, null, null)).toBe('yyyyyyyyyyyy')
    expect(due('2025-03-31', null, null)).toBe('nnyyyyyyyyyy')
    expect(due('2010-07-01', '2025-04-15', null)).toBe('nnnyyyyyyyyy')
    expect(due('2010-07-01', null, '2025-09-10')).toBe('yyyyyyyymnnn')
    expect(due('2010-07-01', null, '2025-09-30')).toBe('yyyyyyyyynnn')
    expect(due('2010-07-01', null, '2024-12-31')).toBe('nnnnnnnnnnnn')
  })

  test('paid by its own end, or by that of its quarter', () => {
    expect(monthDeadline(2025, 2, false)).toBe('2025-02-28')
    expect(monthDeadline(2025, 2, true)).toBe('2025-03-31')
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), (month) => {
        expect(monthDeadline(2025, month, true) >= monthDeadline(2025, month, false)).toBe(true)
      }),
    )
  })

  test('who has no tick has not paid, who may pay elsewhere is not named; ticking all never ticks them', () => {
    const members = [
      { personId: 'a', name: '甲', due: monthsDue(history(null, null, null), 'p', 2025) },
      { personId: 'b', name: '乙', due: monthsDue(history(null, null, '2025-02-10'), 'p', 2025) },
    ]
    const lines = members.map(({ personId, name }) => ({ personId, name, amount: 10, paid: [] }))
    expect(unpaid(lines, members, 1)).toEqual(['甲', '乙'])
    expect(unpaid(lines, members, 2)).toEqual(['甲'])
    const ticked = tickAll(lines, [2], (id) => members.find(({ personId }) => personId === id)?.due[1] === 'yes')
    expect(ticked.map(({ paid }) => paid)).toEqual([[2], []])
    expect(unpaid(ticked, members, 2)).toEqual([])
    expect(monthCount(lines, members, 2)).toEqual({ due: 1, paid: 0 })
    expect(monthCount(ticked, members, 2)).toEqual({ due: 1, paid: 1 })
  })
})
