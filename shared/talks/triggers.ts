import type { PlainDate } from '../kernel/dates.ts'
import { plusDays } from '../kernel/dates.ts'
import type { Talk } from './coverage.ts'

/** Something that asks for a talk with a member soon (支部工作条例 第十九条): registered, never guessed. */
export interface TalkTrigger {
  readonly id: string
  readonly date: PlainDate
  readonly personId: string
  readonly name: string
  /** Key of the reason, as the kinds of record have it. */
  readonly reason: string
  readonly title: string
}

export interface TriggerState {
  readonly trigger: TalkTrigger
  /** The talk that answers it: the first with this member on the day or after it; null: still to come. */
  readonly talkId: string | null
  /** The day by which 「及时」 is over; the regulation names no number, the rule table does. */
  readonly dueOn: PlainDate
}

const takesPart = (talk: Talk, personId: string) => talk.talkerId === personId || talk.partnerIds.includes(personId)

/** For each trigger whether a talk has followed; one talk may answer several triggers of the same member. */
export function triggerStates(triggers: readonly TalkTrigger[], talks: readonly Talk[], withinDays: number): TriggerState[] {
  const inOrder = talks.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  return triggers.map((trigger) => ({
    trigger,
    talkId: inOrder.find((talk) => talk.date >= trigger.date && takesPart(talk, trigger.personId))?.id ?? null,
    dueOn: plusDays(trigger.date, withinDays),
  }))
}
