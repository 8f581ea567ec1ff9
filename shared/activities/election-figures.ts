import { normalName } from '../kernel/text.ts'
import type { ElectionInput } from './election.ts'
import type { Election } from './election-schema.ts'
import type { Attendance, Counts } from './schema.ts'

/** What an election takes from the part it stands in. `attendance` where it is known who is who. */
export interface ElectionPart {
  readonly counts: Counts
  readonly attendance?: readonly Attendance[]
}

/**
 * The figures an election is judged by. Those excused by the meeting leave the number due, but only where they had a vote
 * and stayed away: whoever comes is counted.
 */
export function electionFigures(election: Election, { counts, attendance }: ElectionPart): ElectionInput {
  const excused = (election.exemptions ?? []).filter(({ name }) => {
    const row = attendance?.find((each) => each.name === normalName(name))
    return row ? row.hasVote && !row.present : true
  })
  return {
    due: Math.max(0, counts.dueVoters - excused.length),
    present: counts.presentVoters,
    ballots: election.ballots,
    seats: election.seats,
    candidates: election.candidates,
  }
}
