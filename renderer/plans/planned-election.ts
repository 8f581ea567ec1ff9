import type { Election } from '#shared/activities/election-schema.ts'
import type { AgendaItem } from '#shared/activities/schema.ts'
import { normalName } from '#shared/kernel/text.ts'

/** What is known of an election before it: enough for the ballots. */
export interface PlannedElection {
  readonly office: string
  /** 应选名额; null: not filled in yet. */
  readonly seats: number | null
  /** In any order: the ballot puts them 以姓氏笔画为序. */
  readonly candidates: readonly string[]
}

export const newElection = (seats: number | null = null, candidates: readonly string[] = []): PlannedElection => ({
  office: '委员',
  seats,
  candidates,
})

const electionBlock = (item: AgendaItem | null) => item?.content.find((block) => block.kind === 'election')?.election ?? null

/** The election of an item of a planned meeting; null: it is about something else. */
export function electionOfItem(item: AgendaItem): PlannedElection | null {
  const found = electionBlock(item)
  return found && { office: found.office, seats: found.seats, candidates: found.candidates.map(({ name }) => name) }
}

/** As it is saved: what was planned now over what the item already has, so that 监票人, 计票人 and figures stay. */
export function plannedElectionBlock(planned: PlannedElection, item: AgendaItem | null): { kind: 'election'; election: Election } {
  const before = electionBlock(item)
  const votesOf = (name: string) => before?.candidates.find((each) => normalName(each.name) === normalName(name))
  return {
    kind: 'election',
    election: {
      scrutineers: [],
      tellers: [],
      ballots: { issued: 0, returned: 0, valid: 0 },
      ...before,
      office: planned.office.trim() || '委员',
      seats: planned.seats ?? 1,
      candidates: planned.candidates.map((name) => votesOf(name) ?? { name, votes: 0 }),
    },
  }
}
