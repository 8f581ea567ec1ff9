import { purposeNames } from '../activities/labels.ts'
import type { Activity, AgendaItem, ContentBlock, Part } from '../activities/schema.ts'
import { dossierKind } from '../dossier/kinds/index.ts'
import type { Dossier } from '../dossier/schema.ts'
import { contentTexts } from '../dossier/text.ts'
import { postNames } from '../members/labels.ts'
import type { MemberInterval, Person, Post } from '../members/schema.ts'
import { periodOfId, periodWords } from '../obligations/period-words.ts'
import { searchable } from './fold.ts'
import type { SearchKind } from './schema.ts'

/** One record as the index holds it. */
export interface SearchRecord {
  readonly recordId: string
  readonly kinds: readonly SearchKind[]
  /** Empty for a person. */
  readonly date: string
  readonly title: string
  /** One line for each paragraph; a hit never spans two lines. */
  readonly body: string
}

type Text = string | null | undefined

/** Whole lines, each once: the heading of an agenda item is often its title. */
const linesOf = (texts: readonly Text[]): string =>
  [...new Set(texts.flatMap((text) => searchable(text ?? '').split(/\r\n|\r|\n/)).map((line) => line.trim()))]
    .filter((line) => line !== '')
    .join('\n')

const named = (person: { readonly name: string; readonly post?: string; readonly role?: string } | null | undefined): Text =>
  person && `${person.name}${person.post || person.role ? `（${person.post ?? person.role}）` : ''}`

function blockTexts(block: ContentBlock): Text[] {
  switch (block.kind) {
    case 'text':
      return [block.text]
    case 'speech':
      return [`${named({ name: block.speaker, role: block.role })}：${block.text}`]
    case 'vote':
      return [block.vote.scrutineers.join('、'), block.vote.tellers.join('、'), block.vote.outcome]
    case 'election':
      return [
        block.election.office,
        block.election.scrutineers.join('、'),
        block.election.tellers.join('、'),
        block.election.candidates.map(({ name }) => name).join('、'),
        ...(block.election.exemptions ?? []).map(({ name, reason }) => `${name}：${reason}`),
      ]
  }
}

const itemTexts = (item: AgendaItem): Text[] => [item.title, item.heading, item.proposer, ...item.content.flatMap(blockTexts)]

function detailTexts(details: Part['details']): Text[] {
  if (!details) return []
  return [
    details.preparation,
    details.plannedBy,
    details.followUp,
    ...(details.rectifications ?? []).flatMap(({ problem, owner, measure, due, done }) => [problem, owner, measure, due, done]),
    ...(details.procedure ?? []),
    ...(details.tallies ?? []).map(({ name }) => name),
    details.result,
    details.studyForm,
    ...(details.readings ?? []),
    ...(details.leadReaders ?? []),
    details.makeUp,
  ]
}

const partTexts = (part: Part): Text[] => [
  part.title,
  purposeNames[part.purpose],
  part.groupName,
  part.recordNumber,
  part.topic,
  named(part.lecturer),
  part.opening?.speaker,
  ...part.agenda.flatMap(itemTexts),
  ...part.resolutions.flatMap(({ text, owner, doneNote }) => [text, owner, doneNote]),
  ...detailTexts(part.details),
  part.attendance.map(({ name }) => name).join('、'),
  ...part.attendance.map(({ note }) => note),
]

/**
 * Everything that stands in a sitting. Minutes are open papers of the branch and whole in it; sealed records (talks, criticism
 * handed in) are none of these.
 */
export function activityText(activity: Activity): SearchRecord {
  const title = activity.parts.map((part) => part.title.trim()).find((each) => each !== '')
  const purpose = activity.parts[0]?.purpose
  return {
    recordId: activity.id,
    kinds: [...new Set(activity.parts.map((part) => part.purpose))],
    date: activity.date,
    title: searchable(title ?? (purpose ? purposeNames[purpose] : '')),
    body: linesOf([
      ...activity.parts.flatMap(partTexts),
      activity.closing,
      activity.place,
      named(activity.chair),
      named(activity.recorder),
      ...activity.invitees.map(named),
      activity.jointWith,
      activity.adjustedReason,
      activity.tags?.join('、'),
      activity.preCheck?.who,
      activity.preCheck?.comments,
      activity.guidance?.who,
      activity.guidance?.comments,
      ...activity.attachments.map(({ name }) => name),
    ]),
  }
}

/** A person by name, work and posts; ID numbers, phones and addresses are sealed and not even handed in here. */
export function personText(person: Person, intervals: readonly MemberInterval[]): SearchRecord {
  const held = intervals
    .filter((interval) => interval.kind === 'post')
    .map((interval) => interval.title || postNames[interval.value as Post])
  return {
    recordId: person.id,
    kinds: ['person'],
    date: '',
    title: searchable(person.name),
    body: linesOf([
      [person.name, ...new Set(held)].join('，'),
      person.unit,
      person.job,
      person.education,
      person.nativePlace,
      person.ethnicity,
      person.mobileDestination,
      person.note,
    ]),
  }
}

/** A dated record with its open fields; sealed texts are no part of what is handed in. */
export function dossierText(dossier: Dossier): SearchRecord {
  const kind = dossierKind(dossier.kind)
  return {
    recordId: dossier.id,
    kinds: ['dossier'],
    date: dossier.date,
    title: searchable(dossier.title),
    body: linesOf([
      kind.name,
      dossier.recordNumber,
      ...contentTexts(kind, dossier.content).map(({ label, text }) => `${label}：${text}`),
      dossier.people.map(({ name }) => name).join('、'),
      dossier.tags.join('、'),
      ...dossier.attachments.map(({ name }) => name),
    ]),
  }
}

/** A 情况说明, dated to the first day of the period it explains. */
export function explanationText(explanation: {
  readonly id: string
  readonly period: string
  readonly text: string
}): SearchRecord {
  return {
    recordId: explanation.id,
    kinds: ['explanation'],
    date: periodOfId(explanation.period)?.from ?? '',
    // Found years later, too: the year always stands in front.
    title: `${periodWords(explanation.period, '0000-01-01')}情况说明`,
    body: linesOf([explanation.text]),
  }
}
