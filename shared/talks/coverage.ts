import type { PlainDate } from '../kernel/dates.ts'

/** The three pairings of 支部工作条例 第十九条. */
export const talkPairings = ['committee-committee', 'committee-member', 'member-member'] as const
export type TalkPairing = (typeof talkPairings)[number]

/** A talk as far as coverage goes: who, on which day. `personIds`: everybody who took part. */
export interface Talk {
  readonly id: string
  readonly date: PlainDate
  readonly talkerId: string
  readonly partnerIds: readonly string[]
}

export interface TalkMember {
  readonly personId: string
  readonly name: string
  readonly isCommittee: boolean
}

/** Whose talk is still to come: one member, or two members of the committee with each other. */
export interface TalkGap {
  readonly names: readonly string[]
  readonly personIds: readonly string[]
}

export interface Coverage {
  readonly due: number
  readonly covered: number
  readonly gaps: readonly TalkGap[]
  /** Ids of the talks that count, in the order given. */
  readonly talks: readonly string[]
}

/** Every two people of a talk: the one who talks with each of those talked with. */
const pairsOf = (talk: Talk) => talk.partnerIds.filter((id) => id !== talk.talkerId).map((id) => [talk.talkerId, id] as const)

/**
 * Coverage of one pairing in a year (支部工作条例 第十九条: 一般每年不少于1次). The members are those of the day that is asked about.
 * - `committee-committee`: every two members of the committee with each other;
 * - `committee-member`: every member outside the committee with one of it;
 * - `member-member`: every member outside the committee with another such member.
 * Who is on the committee is covered as a member by the first two.
 */
export function talkCoverage(pairing: TalkPairing, members: readonly TalkMember[], talks: readonly Talk[], min = 1): Coverage {
  const byId = new Map(members.map((member) => [member.personId, member]))
  const counted = new Set<string>()
  const times = new Map<string, number>()
  const keyOf = (a: string, b: string) => [a, b].toSorted().join(' ')
  const add = (key: string, talk: Talk) => {
    times.set(key, (times.get(key) ?? 0) + 1)
    counted.add(talk.id)
  }
  for (const talk of talks) {
    for (const [one, other] of pairsOf(talk)) {
      const a = byId.get(one)
      const b = byId.get(other)
      if (!a || !b) continue
      if (pairing === 'committee-committee' && a.isCommittee && b.isCommittee) add(keyOf(one, other), talk)
      if (pairing === 'committee-member' && a.isCommittee !== b.isCommittee) add(a.isCommittee ? other : one, talk)
      if (pairing === 'member-member' && !a.isCommittee && !b.isCommittee) {
        add(one, talk)
        add(other, talk)
      }
    }
  }
  const committee = members.filter(({ isCommittee }) => isCommittee)
  const others = members.filter(({ isCommittee }) => !isCommittee)
  const single = others.map((member) => ({ key: member.personId, people: [member] }))
  const wanted =
    pairing === 'committee-committee'
      ? committee.flatMap((a, at) => committee.slice(at + 1).map((b) => ({ key: keyOf(a.personId, b.personId), people: [a, b] })))
      : // One member alone outside the committee has nobody to talk with as a member.
        pairing === 'member-member' && others.length < 2
        ? []
        : pairing === 'committee-member' && committee.length === 0
          ? []
          : single
  const gaps = wanted.filter(({ key }) => (times.get(key) ?? 0) < min)
  return {
    due: wanted.length,
    covered: wanted.length - gaps.length,
    gaps: gaps.map(({ people }) => ({ names: people.map(({ name }) => name), personIds: people.map(({ personId }) => personId) })),
    talks: talks.filter(({ id }) => counted.has(id)).map(({ id }) => id),
  }
}
