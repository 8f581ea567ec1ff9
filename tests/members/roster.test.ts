import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plusDays } from '#shared/kernel/dates.ts'
import { committeeOn, groupsOn, hadCommittee, rosterOfDay } from '#shared/members/roster.ts'
import type { MemberInterval, Membership, Person, RosterHistory } from '#shared/members/schema.ts'

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

const person = (n: number, more: Partial<Person> = {}): Person => ({
  id: id(n),
  name: `党员${n}`,
  gender: '',
  ethnicity: '',
  birthDate: null,
  education: '',
  nativePlace: '',
  job: '',
  unit: '',
  declaredCategory: 'formalMember',
  joinedOn: null,
  fullMemberOn: null,
  isMobile: false,
  mobileDestination: '',
  note: '',
  position: n,
  ...more,
})
const membership = (n: number, validFrom: string | null = null, validTo: string | null = null): Membership => ({
  id: id(100 + n),
  personId: id(n),
  validFrom,
  validTo,
  leaveReason: '',
})
const interval = (
  n: number,
  kind: MemberInterval['kind'],
  value: string,
  validFrom: string | null,
  validTo: string | null = null,
): MemberInterval => ({
  id: id(Math.floor(1000 + n * 50 + value.length)),
  personId: id(n),
  kind,
  value,
  title: '',
  validFrom,
  validTo,
})
const history = (parts: Partial<RosterHistory>): RosterHistory => ({
  persons: [],
  memberships: [],
  intervals: [],
  groups: [],
  ...parts,
})

describe('roster of the day', () => {
  test('a member counts from the day of joining and until the last day of membership', () => {
    const roster = history({
      persons: [person(1, { joinedOn: '2025-01-20' }), person(2)],
      memberships: [membership(1), membership(2, null, '2025-06-30')],
    })
    const names = (day: string) => rosterOfDay(roster, day).members.map((member) => member.name)
    expect(names('2025-01-19')).toEqual(['党员2'])
    expect(names('2025-01-20')).toEqual(['党员1', '党员2'])
    expect(names('2025-06-30')).toEqual(['党员1', '党员2'])
    expect(names('2025-07-01')).toEqual(['党员1'])
  })

  test('a month alone begins on its first day and ends on its last', () => {
    const roster = history({ persons: [person(1, { joinedOn: '1996-01' })], memberships: [membership(1, '1996-01', '2025-06')] })
    const count = (day: string) => rosterOfDay(roster, day).members.length
    expect([count('1995-12-31'), count('1996-01-01'), count('2025-06-30'), count('2025-07-01')]).toEqual([0, 1, 1, 0])
  })

  test('the vote follows from the dates of joining and confirmation, and is suspended by date', () => {
    const roster = history({
      persons: [
        person(1, { joinedOn: '2024-06-20', fullMemberOn: '2025-06-27', declaredCategory: 'formalMember' }),
        person(2),
        person(3, { declaredCategory: 'probationaryMember' }),
      ],
      memberships: [membership(1), membership(2), membership(3)],
      intervals: [interval(2, 'votingSuspension', '留党察看', '2025-03-01', '2026-02-28')],
    })
    const voters = (day: string) =>
      rosterOfDay(roster, day)
        .members.filter((member) => member.hasVote)
        .map((member) => member.name)
    expect(voters('2025-02-28')).toEqual(['党员2'])
    expect(voters('2025-03-01')).toEqual([])
    // The meeting that converts a member is held without that member's vote.
    expect(voters('2025-06-27')).toEqual([])
    expect(voters('2025-06-28')).toEqual(['党员1'])
    expect(voters('2026-03-01')).toEqual(['党员1', '党员2'])
  })

  test('prints the committee first, by rank, then the others by position', () => {
    const roster = history({
      persons: [person(1), person(2), person(3), person(4)],
      memberships: [membership(1), membership(2), membership(3), membership(4)],
      intervals: [
        interval(3, 'post', 'branchSecretary', '2023-05-12'),
        interval(4, 'post', 'organizationCommissioner', '2023-05-12'),
        interval(1, 'post', 'groupLeader', '2023-05-12'),
      ],
    })
    expect(rosterOfDay(roster, '2025-01-01').members.map((member) => member.name)).toEqual(['党员3', '党员4', '党员1', '党员2'])
    expect(committeeOn(roster, '2025-01-01').map((member) => member.name)).toEqual(['党员3', '党员4'])
    expect(committeeOn(roster, '2023-05-11')).toEqual([])
  })

  test('a secretary alone is no committee; groups exist while somebody is in them', () => {
    const group = { id: id(900), name: '第一党小组', position: 1, validFrom: null, validTo: null }
    const roster = history({
      persons: [person(1)],
      memberships: [membership(1)],
      groups: [group, { ...group, id: id(901), name: '空组', position: 2 }],
      intervals: [interval(1, 'post', 'branchSecretary', '2023-05-12'), interval(1, 'group', id(900), '2025-02-01')],
    })
    expect(hadCommittee(roster, '2025-01-01', '2025-12-31')).toBe(false)
    expect(groupsOn(roster, '2025-01-01', '2025-01-31')).toEqual([])
    expect(groupsOn(roster, '2025-02-01', '2025-02-28').map((found) => found.name)).toEqual(['第一党小组'])
  })

  const day = fc.integer({ min: 0, max: 3000 }).map((offset) => plusDays('2020-01-01', offset))

  test('a change that begins after a day never changes that day', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 500 }),
        fc.constantFrom('post', 'group', 'exemption', 'votingSuspension' as const),
        (today, later, kind) => {
          const base = history({
            persons: [person(1), person(2, { declaredCategory: 'probationaryMember', joinedOn: '2019-01-01' })],
            memberships: [membership(1), membership(2)],
          })
          const start = plusDays(today, later)
          const changed = history({
            persons: [...base.persons, person(3, { joinedOn: start })],
            memberships: [...base.memberships, membership(3), membership(4, start)],
            intervals: [interval(1, kind as MemberInterval['kind'], kind === 'post' ? 'branchSecretary' : 'x', start)],
          })
          expect(rosterOfDay(changed, today)).toEqual(rosterOfDay(base, today))
        },
      ),
    )
  })

  test('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(day, fc.shuffledSubarray([1, 2, 3, 4, 5], { minLength: 5 }), (today, order) => {
        const people = [1, 2, 3, 4, 5].map((n) => person(n, { joinedOn: `20${18 + n}-01-01` }))
        const all = history({ persons: people, memberships: [1, 2, 3, 4, 5].map((n) => membership(n)) })
        const mixed = history({
          persons: order.map((n) => people[n - 1] as Person),
          memberships: order.map((n) => membership(n)),
        })
        expect(rosterOfDay(mixed, today)).toEqual(rosterOfDay(all, today))
      }),
    )
  })
})
