import type { Election } from '../../activities/election-schema.ts'
import type { Activity, AgendaItem, Part, Vote } from '../../activities/schema.ts'
import { votingBase } from '../../activities/voting.ts'

/** Something that is voted on by ballot. */
export type BallotItem =
  | { readonly kind: 'vote'; readonly title: string; readonly voters: number; readonly vote: Vote | null }
  | { readonly kind: 'election'; readonly title: string; readonly voters: number; readonly election: Election }

function ballotOf(item: AgendaItem, part: Part): BallotItem | null {
  const voters = votingBase(part.purpose, part.counts).due
  const { title } = item
  for (const block of item.content) {
    if (block.kind === 'election') return { kind: 'election', title, voters, election: block.election }
    if (block.kind === 'vote' && block.vote.method === 'secret') return { kind: 'vote', title, voters, vote: block.vote }
  }
  // Admission and conversion are always voted on by ballot (发展党员工作细则第二十、二十一条), also before the vote is recorded.
  return item.power === 'membership' && !item.content.some(({ kind }) => kind === 'vote')
    ? { kind: 'vote', title, voters, vote: null }
    : null
}

/** The items of a sitting that need ballots, in the order of the agenda. */
export const ballotItems = ({ parts }: Pick<Activity, 'parts'>): BallotItem[] =>
  parts.flatMap((part) => part.agenda.flatMap((item) => ballotOf(item, part) ?? []))
