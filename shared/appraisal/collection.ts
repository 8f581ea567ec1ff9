import type { Dossier } from '../dossier/schema.ts'
import { isPlainDate, type PlainDate } from '../kernel/dates.ts'
import type { RosterEntry } from '../members/schema.ts'

/** The kind of dated record that keeps who has handed in 对照检查材料. */
export const collectionKind = 'selfExamination'

/** `notRequired`: 不作硬性要求, asked for nothing. */
export const collectionStates = ['handedIn', 'missing', 'notRequired'] as const
export type CollectionState = (typeof collectionStates)[number]

export interface CollectionLine {
  readonly personId: string
  readonly name: string
  readonly groupName: string
  readonly state: CollectionState
}

export interface Collection {
  /** In roster order. */
  readonly lines: readonly CollectionLine[]
  /** Who handed in and is on the roster no more. */
  readonly others: readonly string[]
}

type Kept = { readonly people: readonly { personId: string | null; name?: string; role: string }[] }
type Member = Pick<RosterEntry, 'personId' | 'name' | 'groupName' | 'exemptReason'>

/** The last day on which material is asked for, as the record says. */
export function collectionDueOn({ content }: Pick<Dossier, 'content'>): PlainDate | null {
  const due = content['due']
  return typeof due === 'string' && isPlainDate(due) ? due : null
}

/** Who has handed in 对照检查材料 and who has not, of the members of a day. A name without an id counts for whom it names. */
export function collectionOf(record: Kept, members: readonly Member[]): Collection {
  const given = record.people.filter(({ role }) => role === 'member')
  const isMember = (personId: string | null, name: string | undefined, member: Member) =>
    personId === null ? member.name === name : member.personId === personId
  const lines = members.map((member): CollectionLine => {
    const hasGiven = given.some(({ personId, name }) => isMember(personId, name, member))
    const state = hasGiven ? 'handedIn' : member.exemptReason === null ? 'missing' : 'notRequired'
    return { personId: member.personId, name: member.name, groupName: member.groupName, state }
  })
  const others = given
    .filter(({ personId, name }) => !members.some((member) => isMember(personId, name, member)))
    .flatMap(({ name = '' }) => (name === '' ? [] : [name]))
  return { lines, others }
}

/** Names of those who have not handed in. */
export const missingOf = ({ lines }: Pick<Collection, 'lines'>): string[] =>
  lines.filter(({ state }) => state === 'missing').map(({ name }) => name)

/** 应交, 已交 and 未交; who is on the roster no more counts among those who have handed in. */
export function collectionCounts({
  lines,
  others,
}: Pick<Collection, 'others'> & { readonly lines: readonly Pick<CollectionLine, 'state'>[] }): {
  readonly asked: number
  readonly handedIn: number
  readonly missing: number
} {
  const count = (wanted: CollectionState) => lines.filter(({ state }) => state === wanted).length
  const [handedIn, missing] = [count('handedIn') + others.length, count('missing')]
  return { asked: handedIn + missing, handedIn, missing }
}
