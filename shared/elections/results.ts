import { judgeElection } from '../activities/election.ts'
import { electionFigures } from '../activities/election-figures.ts'
import { isHeld } from '../activities/held.ts'
import type { Activity } from '../activities/schema.ts'
import type { PlainDate } from '../kernel/dates.ts'

/** An election as the minutes of a meeting have it: totals and what follows from them. */
export interface ElectionResult {
  readonly activityId: string
  readonly date: PlainDate
  readonly title: string
  readonly recordNumber: string
  /** 委员, 书记 … */
  readonly office: string
  readonly seats: number
  readonly due: number
  readonly present: number
  readonly ballots: { issued: number; returned: number; valid: number }
  readonly candidates: { name: string; votes: number; isElected: boolean }[]
  readonly isValid: boolean
}

/** Every election in the minutes, oldest first; of one meeting in the order of its agenda. */
export function electionResults(activities: readonly Activity[]): ElectionResult[] {
  return activities
    .filter(isHeld)
    .flatMap((activity) =>
      activity.parts.flatMap((part) =>
        part.agenda.flatMap(({ content }) =>
          content.flatMap((block): ElectionResult[] => {
            if (block.kind !== 'election') return []
            const { election } = block
            // A committee of two or three elects its secretary with everybody present; its own counts are the base.
            const counts =
              part.purpose === 'committeeMeeting'
                ? { ...part.counts, dueVoters: part.counts.due, presentVoters: part.counts.present }
                : part.counts
            const figures = electionFigures(election, { counts, attendance: part.attendance })
            const judged = judgeElection(figures)
            return [
              {
                activityId: activity.id,
                date: activity.date,
                title: part.title,
                recordNumber: part.recordNumber,
                office: election.office,
                seats: election.seats,
                due: figures.due,
                present: figures.present,
                ballots: election.ballots,
                candidates: election.candidates.map(({ name, votes }) => ({
                  name,
                  votes,
                  isElected: judged.elected.includes(name),
                })),
                isValid: judged.isValid,
              },
            ]
          }),
        ),
      ),
    )
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}
