import { proposedForYear } from '#shared/activities/for-year.ts'
import type { ContentBlock, PersonMention, SaveActivityInput, Vote } from '#shared/activities/schema.ts'
import { isPlainDate, yearOf } from '#shared/kernel/dates.ts'
import { detailsOf, electionOf } from './details-to-save.ts'
import { parseInvitees } from './invitees.ts'
import type { FormAgenda, FormBlock, FormModel, FormPart, FormPerson, FormResolution, FormVote } from './model.ts'

/** Rows that somebody has begun; empty ones are not saved. The order decides the paths of findings (`fields.ts`). */
export function keptBlocks(item: FormAgenda): FormBlock[] {
  return item.content.filter((block) => {
    if (block.kind === 'text') return block.text.trim() !== ''
    if (block.kind === 'speech') return block.speaker.trim() !== '' || block.text.trim() !== ''
    return true
  })
}

export function keptAgenda(part: FormPart): FormAgenda[] {
  return part.agenda.filter((item) => item.title.trim() !== '' || item.heading.trim() !== '' || keptBlocks(item).length > 0)
}

export function keptResolutions(part: FormPart): FormResolution[] {
  return part.resolutions.filter((row) => row.text.trim() !== '' || row.owner.trim() !== '' || row.dueOn !== null)
}

/** Absentees of this part who have handed in 书面意见. */
export function writtenOpinionsOf(part: FormPart): number {
  return part.absentees.filter((absentee) => absentee.writtenOpinion).length
}

/** The vote as it would be saved: an empty figure is 0, and the rules say so where it matters. */
export function voteOf(vote: FormVote, part: FormPart): Vote {
  const isCounted = vote.subject !== 'ordinary'
  const hasBallots = vote.issued !== null || vote.returned !== null || vote.valid !== null
  return {
    subject: vote.subject,
    method: vote.method,
    scrutineers: vote.scrutineers,
    tellers: vote.tellers,
    ballots:
      vote.method === 'secret' && hasBallots
        ? { issued: vote.issued ?? 0, returned: vote.returned ?? 0, valid: vote.valid ?? 0 }
        : null,
    writtenOpinions: isCounted ? (vote.writtenOpinions ?? writtenOpinionsOf(part)) : 0,
    votesFor: vote.votesFor ?? 0,
    votesAgainst: vote.votesAgainst ?? 0,
    votesAbstain: vote.votesAbstain ?? 0,
    outcome: vote.method === 'hands' ? vote.outcome.trim() : '',
  }
}

const mentionOf = (person: FormPerson): PersonMention | null =>
  person.name.trim() === '' ? null : { personId: person.personId, name: person.name.trim(), post: person.post.trim() }

function blockOf(block: FormBlock, part: FormPart): ContentBlock {
  if (block.kind === 'vote') return { kind: 'vote', vote: voteOf(block.vote, part) }
  if (block.kind === 'text') return { kind: 'text', text: block.text.trim() }
  if (block.kind === 'election') return { kind: 'election', election: electionOf(block.election) }
  return { kind: 'speech', speaker: block.speaker.trim(), role: block.role.trim(), text: block.text.trim() }
}

/** Null where it is the year of the day anyway: then it moves along when the day is put right. */
function forYearOf(part: FormPart, date: string): number | null {
  if (part.forYear !== null || !isPlainDate(date)) return part.forYear
  const proposed = proposedForYear(part.purpose, date)
  return proposed === yearOf(date) ? null : proposed
}

function partOf(part: FormPart, chair: FormPerson, date: string): SaveActivityInput['parts'][number] {
  const hasCounts = part.paperDue !== null || part.paperPresent !== null
  return {
    ...part.carried,
    details: detailsOf(part.carried.details),
    ...(part.id === null ? {} : { id: part.id }),
    purpose: part.purpose,
    groupId: part.purpose === 'groupMeeting' ? part.groupId : null,
    forYear: forYearOf(part, date),
    title: part.title.trim(),
    absentees: part.absentees.map((absentee) => ({ ...absentee, note: absentee.note.trim() })),
    counts: hasCounts ? { due: part.paperDue ?? 0, present: part.paperPresent ?? 0 } : null,
    opening: part.opening ? { speaker: (part.openingSpeaker ?? chair.name).trim() } : null,
    agenda: keptAgenda(part).map((item) => ({
      ...item.carried,
      title: item.title.trim(),
      heading: item.heading.trim(),
      content: keptBlocks(item).map((block) => blockOf(block, part)),
    })),
    resolutions: keptResolutions(part).map((row) => ({
      ...(row.id === null ? {} : { id: row.id }),
      text: row.text.trim(),
      owner: row.owner.trim(),
      dueOn: row.dueOn,
    })),
    lecturer: part.purpose === 'partyLecture' ? mentionOf(part.lecturer) : null,
    topic: part.topic.trim(),
    hours: part.hours,
  }
}

/** What saving means: the record of a meeting, or only its plan. */
export type SaveAs = 'record' | 'plan'

/** The form as the contract takes it; `saveActivitySchema` judges it afterwards. Nothing typed is left out. */
export function toSaveInput(model: FormModel, as: SaveAs = 'record'): SaveActivityInput {
  return {
    ...model.carried,
    ...(model.id === null ? {} : { id: model.id }),
    ...(model.revision === null ? {} : { revision: model.revision }),
    state: as === 'record' && (model.state === 'planned' || model.state === 'toRecord') ? 'toSign' : model.state,
    date: model.date,
    startTime: model.startTime === '' ? null : model.startTime,
    endTime: model.endTime === '' ? null : model.endTime,
    place: model.place.trim(),
    chair: mentionOf(model.chair),
    recorder: mentionOf(model.recorder),
    invitees: [...model.invitees, ...parseInvitees(model.inviteeText)],
    closing: model.closing.trim(),
    origin: model.fromPaper ? 'fromPaper' : 'typed',
    parts: model.parts.map((part) => partOf(part, model.chair, model.date)),
    attachmentIds: model.attachments.map((attachment) => attachment.id),
    draftId: model.draftId,
  }
}
