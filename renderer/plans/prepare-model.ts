import type { ActivityProposal } from '#shared/activities/contract.ts'
import type { FollowUp } from '#shared/activities/follow-ups.ts'
import { proposedForYear } from '#shared/activities/for-year.ts'
import type { Absentee, Activity, AgendaItem, ContentBlock, Purpose, SaveActivityInput } from '#shared/activities/schema.ts'
import type { PlainDate } from '#shared/kernel/dates.ts'
import { newId } from '#shared/kernel/ids.ts'
import { electionOfItem, newElection, type PlannedElection, plannedElectionBlock } from './planned-election.ts'

/** How an item of the agenda is going to be decided; only ballots are printed for those on paper. */
export const plannedVotes = ['none', 'hands', 'secret', 'admission', 'conversion', 'election'] as const
export type PlannedVote = (typeof plannedVotes)[number]

export const plannedVoteNames: Record<PlannedVote, string> = {
  none: '不表决',
  hands: '举手表决',
  secret: '无记名投票',
  admission: '接收预备党员',
  conversion: '预备党员转正',
  election: '选举',
}

/** One line of the agenda while it is put together. */
export interface AgendaLine {
  readonly key: string
  readonly title: string
  readonly vote: PlannedVote
  /** Of an election, and kept while another way is chosen for a moment; null: never was one. */
  readonly election: PlannedElection | null
  /** The decision whose carrying out is heard; null: an item of its own. */
  readonly followUpId: string | null
  /** What the record already has; null: a new line. */
  readonly item: AgendaItem | null
}

/** 「准备一次会」 while it is filled in. */
export interface PrepareModel {
  readonly purpose: Purpose
  readonly groupId: string | null
  readonly date: PlainDate
  readonly startTime: string
  readonly endTime: string
  readonly place: string
  /** Null: as proposed. */
  readonly title: string | null
  readonly agenda: readonly AgendaLine[]
  readonly absentees: readonly Absentee[]
}

export const newLine = (title = '', vote: PlannedVote = 'none', followUpId: string | null = null): AgendaLine => ({
  key: newId(),
  title,
  vote,
  election: null,
  followUpId,
  item: null,
})

/** A line that elects. */
export const newElectionLine = (title: string, election: PlannedElection): AgendaLine => ({
  ...newLine(title, 'election'),
  election,
})

/** `听取“……”落实情况`: the item that takes up an open decision. */
export function followUpTitle({ text, owner }: Pick<FollowUp, 'text' | 'owner'>): string {
  const plain = [...text.replace(/[。；;]\s*$/, '')]
  const short = plain.length > 60 ? `${plain.slice(0, 59).join('')}…` : plain.join('')
  return `听取“${short}”落实情况${owner === '' ? '' : `（${owner}）`}`
}

/** Decisions to be taken up: open on the day and due by then, or without a day. */
export function takeUpOn(followUps: readonly FollowUp[], date: PlainDate): FollowUp[] {
  return followUps.filter(
    ({ doneOn, dueOn, date: decided }) => doneOn === null && decided <= date && (dueOn === null || dueOn <= date),
  )
}

function voteOf(item: AgendaItem): PlannedVote {
  if (electionOfItem(item)) return 'election'
  const block = item.content.find((each) => each.kind === 'vote')
  if (!block) return 'none'
  if (block.vote.subject !== 'ordinary') return block.vote.subject
  return block.vote.method
}

/** A planned sitting as the form shows it. */
export function fromPlanned(activity: Activity): PrepareModel {
  const [part] = activity.parts
  if (!part) throw new RangeError('a sitting has at least one part')
  return {
    purpose: part.purpose,
    groupId: part.groupId ?? null,
    date: activity.date,
    startTime: activity.startTime ?? '',
    endTime: activity.endTime ?? '',
    place: activity.place,
    title: part.title,
    agenda: part.agenda.map((item) => ({
      key: newId(),
      title: item.title,
      vote: voteOf(item),
      election: electionOfItem(item),
      followUpId: null,
      item,
    })),
    absentees: part.absentees,
  }
}

/** A vote that is planned: its figures are filled in with the record. */
function voteBlock(vote: Exclude<PlannedVote, 'none' | 'election'>): ContentBlock {
  const isOrdinary = vote === 'hands' || vote === 'secret'
  return {
    kind: 'vote',
    vote: {
      subject: isOrdinary ? 'ordinary' : vote,
      method: vote === 'hands' ? 'hands' : 'secret',
      scrutineers: [],
      tellers: [],
      ballots: null,
      writtenOpinions: 0,
      votesFor: 0,
      votesAgainst: 0,
      votesAbstain: 0,
      outcome: '',
    },
  }
}

function itemOf({ title, vote, election, item }: AgendaLine): AgendaItem {
  const content = item?.content ?? []
  const isSame = item !== null && vote !== 'election' && voteOf(item) === vote
  const others = content.filter(({ kind }) => kind !== 'vote' && kind !== 'election')
  const decided = (): ContentBlock[] => {
    if (vote === 'none') return []
    return [vote === 'election' ? plannedElectionBlock(election ?? newElection(), item) : voteBlock(vote)]
  }
  return {
    ...(item ?? { heading: '' }),
    // Admission and conversion are the general meeting's power over membership; the papers follow from it.
    ...(vote === 'admission' || vote === 'conversion' ? { power: 'membership' as const } : {}),
    title: title.trim(),
    content: isSame ? content : [...others, ...decided()],
  }
}

/** What is saved: the planned sitting, and of one that is planned already everything the form does not show. */
export function toPlanned(model: PrepareModel, proposal: ActivityProposal, before: Activity | null): SaveActivityInput {
  const [oldPart, ...otherParts] = before?.parts ?? []
  // A year that somebody chose stays; a proposed one follows the day.
  const isProposed = !before || !oldPart || oldPart.forYear === proposedForYear(oldPart.purpose, before.date)
  const chosenYear = isProposed ? null : oldPart.forYear
  const kept = before ? { ...before, origin: 'typed' as const, attachmentIds: before.attachments.map(({ id }) => id) } : {}
  return {
    ...kept,
    state: 'planned',
    date: model.date,
    startTime: model.startTime === '' ? null : model.startTime,
    endTime: model.endTime === '' ? null : model.endTime,
    place: model.place.trim(),
    chair: before?.chair ?? proposal.chair,
    recorder: before?.recorder ?? proposal.recorder,
    parts: [
      {
        ...oldPart,
        purpose: model.purpose,
        groupId: model.purpose === 'groupMeeting' ? model.groupId : null,
        forYear: chosenYear ?? proposedForYear(model.purpose, model.date),
        title: (model.title ?? proposal.title).trim(),
        opening: oldPart?.opening ?? (proposal.opening ? { speaker: proposal.chair?.name ?? '' } : null),
        agenda: model.agenda.filter(({ title }) => title.trim() !== '').map(itemOf),
        absentees: [...model.absentees],
      },
      ...otherParts,
    ],
  }
}
