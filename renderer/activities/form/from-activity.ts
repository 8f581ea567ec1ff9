import { proposedForYear } from '#shared/activities/for-year.ts'
import type { Activity, ContentBlock, Part, PersonMention, Vote } from '#shared/activities/schema.ts'
import { newId } from '#shared/kernel/ids.ts'
import {
  carriedOfActivity,
  carriedOfAgenda,
  carriedOfPart,
  emptyPerson,
  type FormBlock,
  type FormModel,
  type FormPart,
  type FormPerson,
  type FormVote,
  formElectionSchema,
  proposedFields,
} from './model.ts'

const personOf = (mention: PersonMention | null | undefined): FormPerson =>
  mention ? { personId: mention.personId ?? null, name: mention.name, post: mention.post } : emptyPerson()

const formVoteOf = (vote: Vote): FormVote => ({
  subject: vote.subject,
  method: vote.method,
  scrutineers: vote.scrutineers,
  tellers: vote.tellers,
  issued: vote.ballots?.issued ?? null,
  returned: vote.ballots?.returned ?? null,
  valid: vote.ballots?.valid ?? null,
  writtenOpinions: vote.writtenOpinions,
  votesFor: vote.votesFor,
  votesAgainst: vote.votesAgainst,
  votesAbstain: vote.votesAbstain,
  outcome: vote.outcome,
})

const formBlockOf = (block: ContentBlock): FormBlock => {
  if (block.kind === 'vote') return { key: newId(), kind: 'vote', vote: formVoteOf(block.vote) }
  if (block.kind === 'election') return { key: newId(), kind: 'election', election: formElectionSchema.parse(block.election) }
  return { key: newId(), ...block }
}

function formPartOf(part: Part, { date, chair }: Activity): FormPart {
  const speaker = part.opening?.speaker ?? ''
  return {
    id: part.id,
    purpose: part.purpose,
    groupId: part.groupId ?? null,
    forYear: part.forYear === proposedForYear(part.purpose, date) ? null : part.forYear,
    title: part.title,
    absentees: part.absentees.map((absentee) => ({ ...absentee, personId: absentee.personId ?? null })),
    paperDue: part.rosterKnown ? null : part.counts.due,
    paperPresent: part.rosterKnown ? null : part.counts.present,
    opening: part.opening !== null && part.opening !== undefined,
    openingSpeaker: part.opening && speaker !== chair?.name ? speaker : null,
    agenda: part.agenda.map((item) => ({
      key: newId(),
      title: item.title,
      heading: item.heading,
      content: item.content.map(formBlockOf),
      carried: carriedOfAgenda.parse(item),
    })),
    resolutions: part.resolutions.map((row) => ({
      key: newId(),
      id: row.id,
      text: row.text,
      owner: row.owner,
      dueOn: row.dueOn ?? null,
    })),
    lecturer: personOf(part.lecturer),
    topic: part.topic,
    hours: part.hours ?? null,
    carried: carriedOfPart.parse(part),
  }
}

/** A saved record as the form shows it; saved again unchanged, it is the same record. */
export function fromActivity(activity: Activity): FormModel {
  return {
    draftId: newId(),
    id: activity.id,
    revision: activity.revision,
    state: activity.state,
    date: activity.date,
    startTime: activity.startTime ?? '',
    endTime: activity.endTime ?? '',
    place: activity.place,
    chair: personOf(activity.chair),
    recorder: personOf(activity.recorder),
    invitees: activity.invitees,
    inviteeText: '',
    closing: activity.closing,
    fromPaper: activity.origin === 'fromPaper',
    parts: activity.parts.map((part) => formPartOf(part, activity)),
    attachments: activity.attachments,
    touched: [...proposedFields],
    carried: carriedOfActivity.parse(activity),
  }
}
