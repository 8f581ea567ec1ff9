import { isHeld } from '../activities/held.ts'
import type { Activity, AgendaItem, Part, Vote } from '../activities/schema.ts'
import { judgeVote, type VotingSettings } from '../activities/voting.ts'
import type { PlainDate } from '../kernel/dates.ts'
import { normalName } from '../kernel/text.ts'

/** A vote on a person as the minutes of a meeting have it: totals, never typed again. */
export interface FoundVote {
  readonly activityId: string
  readonly date: PlainDate
  readonly title: string
  readonly recordNumber: string
  /** The item of the agenda it stands under. */
  readonly item: string
  readonly subject: 'admission' | 'conversion'
  readonly dueVoters: number
  readonly presentVoters: number
  readonly writtenOpinions: number
  readonly votesFor: number
  readonly votesAgainst: number
  readonly votesAbstain: number
  readonly passed: boolean
  /** The verdict with its article. */
  readonly verdict: string
}

function texts({ title, heading, content }: AgendaItem): string[] {
  return [title, heading, ...content.flatMap((block) => (block.kind === 'text' || block.kind === 'speech' ? [block.text] : []))]
}

/** Whether an item is about a person: named in its title; where no title names anybody of the meeting, in its text. */
const isAbout = (item: AgendaItem, name: string) => {
  const inTitle = [item.title, item.heading].some((text) => normalName(text).includes(name))
  return inTitle || texts(item).some((text) => text.includes(`${name}同志`))
}

const isOnPerson = (vote: Vote): vote is Vote & { subject: 'admission' | 'conversion' } => vote.subject !== 'ordinary'

function votesOfPart(activity: Activity, part: Part, name: string, settings: VotingSettings): FoundVote[] {
  return part.agenda
    .filter((item) => isAbout(item, name))
    .flatMap((item) =>
      item.content.flatMap((block): FoundVote[] => {
        if (block.kind !== 'vote' || !isOnPerson(block.vote)) return []
        const { vote } = block
        const { passed, text } = judgeVote(vote, part, settings)
        return [
          {
            activityId: activity.id,
            date: activity.date,
            title: part.title,
            recordNumber: part.recordNumber,
            item: item.title,
            subject: vote.subject as FoundVote['subject'],
            dueVoters: part.counts.dueVoters,
            presentVoters: part.counts.presentVoters,
            writtenOpinions: vote.writtenOpinions,
            votesFor: vote.votesFor,
            votesAgainst: vote.votesAgainst,
            votesAbstain: vote.votesAbstain,
            passed,
            verdict: text,
          },
        ]
      }),
    )
}

/** Votes of general meetings on admission or conversion of a person, oldest first (发展党员工作细则 第二十一条、第三十三条). */
export function votesAbout(name: string, activities: readonly Activity[], settings: VotingSettings): FoundVote[] {
  const wanted = normalName(name)
  if (wanted === '') return []
  return activities
    .filter(isHeld)
    .flatMap((activity) =>
      activity.parts
        .filter(({ purpose }) => purpose === 'generalMeeting')
        .flatMap((part) => votesOfPart(activity, part, wanted, settings)),
    )
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
}

/** A held meeting with an item named after the person. */
export interface FoundMention {
  readonly activityId: string
  readonly date: PlainDate
  readonly title: string
  readonly item: string
}

/** Items whose titles name a person, oldest first: the committee's review, the group's opinion. */
export function mentionsOf(name: string, activities: readonly Activity[]): FoundMention[] {
  const wanted = normalName(name)
  if (wanted === '') return []
  return activities
    .filter(isHeld)
    .flatMap(({ id, date, parts }) =>
      parts.flatMap((part) =>
        part.agenda
          .filter((item) => normalName(item.title).includes(wanted))
          .map((item) => ({ activityId: id, date, title: part.title, item: item.title })),
      ),
    )
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
}
