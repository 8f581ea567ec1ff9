import { type TalkPairing, talkPairings } from './coverage.ts'

/** 谈话类别 in words (支部工作条例 第十九条). */
const pairingNames: Record<TalkPairing, string> = {
  'committee-committee': '委员之间',
  'committee-member': '委员与党员',
  'member-member': '党员之间',
}

interface TalkPerson {
  readonly personId: string | null
  readonly role: string
}

/** The pairings a talk belongs to, by the committee of its day; whoever is not on the roster of that day belongs to none. */
export function pairingOfTalk(
  people: readonly TalkPerson[],
  members: readonly { readonly personId: string; readonly isCommittee: boolean }[],
): TalkPairing[] {
  const isCommittee = (personId: string | null) => members.find((member) => member.personId === personId)?.isCommittee
  const inRole = (role: string) =>
    people.filter((person) => person.role === role).flatMap(({ personId }) => isCommittee(personId) ?? [])
  const [talker] = inRole('talker')
  if (talker === undefined) return []
  const found = new Set(
    inRole('partner').map((partner): TalkPairing => {
      if (talker !== partner) return 'committee-member'
      return talker ? 'committee-committee' : 'member-member'
    }),
  )
  return talkPairings.filter((pairing) => found.has(pairing))
}

/** As they are printed. */
export const pairingWords = (pairings: readonly TalkPairing[]): string => pairings.map((each) => pairingNames[each]).join('、')
