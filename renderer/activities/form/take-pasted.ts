import type { PastedItem, PastedMinutes } from '#shared/activities/entry/pasted-minutes.ts'
import type { PersonMention } from '#shared/activities/schema.ts'
import { newId } from '#shared/kernel/ids.ts'
import { cut, normalName } from '#shared/kernel/text.ts'
import type { RosterEntry } from '#shared/members/schema.ts'
import {
  type FormAgenda,
  type FormBlock,
  type FormModel,
  type FormPerson,
  newResolution,
  newText,
  type ProposedField,
} from './model.ts'
import { shareAbsentees } from './parts.ts'
import { changePart } from './store.ts'
import { keptAgenda } from './to-save.ts'

function blocksOf(item: PastedItem): FormBlock[] {
  return item.blocks.map((block) =>
    block.speaker === null
      ? newText(block.text)
      : { key: newId(), kind: 'speech', speaker: block.speaker, role: block.role, text: block.text },
  )
}

const agendaOf = (item: PastedItem): FormAgenda => ({
  key: newId(),
  title: cut(item.title, 300),
  heading: cut(item.heading, 300),
  content: blocksOf(item),
  carried: {},
})

/**
 * Pasted minutes in the part shown: what was recognised replaces the head's fields; items and resolutions come after those
 * already there. Counts on paper are never taken over where the roster is known.
 */
export function takePasted(model: FormModel, pasted: PastedMinutes, members: readonly RosterEntry[], at: number): FormModel {
  const person = (mention: PersonMention): FormPerson => ({
    personId: members.find((member) => member.name === normalName(mention.name))?.personId ?? null,
    name: mention.name,
    post: mention.post,
  })
  const touched = new Set<ProposedField>(model.touched)
  if (pasted.title !== '' && at === 0) touched.add('title')
  if (pasted.chair) touched.add('chair')
  if (pasted.recorder) touched.add('recorder')
  if (pasted.opening) touched.add('opening')
  const changed = changePart(
    model,
    (part) => ({
      ...part,
      title: pasted.title === '' ? part.title : cut(pasted.title, 200),
      topic: pasted.topic === '' ? part.topic : pasted.topic,
      lecturer: pasted.lecturer ? person(pasted.lecturer) : part.lecturer,
      absentees:
        pasted.absentees.length === 0
          ? part.absentees
          : pasted.absentees.map((absentee) => ({
              ...absentee,
              personId: members.find((member) => member.name === absentee.name)?.personId ?? null,
            })),
      ...(pasted.opening ? { opening: true, openingSpeaker: pasted.opening.speaker } : {}),
      agenda: [...keptAgenda(part), ...pasted.agenda.map(agendaOf)],
      resolutions: [...part.resolutions, ...pasted.resolutions.map((text) => ({ ...newResolution(), text: cut(text, 2000) }))],
    }),
    at,
  )
  const next = shareAbsentees(changed, at)
  return {
    ...next,
    date: pasted.date ?? model.date,
    startTime: pasted.startTime ?? model.startTime,
    endTime: pasted.endTime ?? model.endTime,
    place: pasted.place === '' ? model.place : pasted.place,
    chair: pasted.chair ? person(pasted.chair) : model.chair,
    recorder: pasted.recorder ? person(pasted.recorder) : model.recorder,
    invitees: pasted.invitees.length === 0 ? model.invitees : [...pasted.invitees],
    closing: [model.closing, pasted.closing].filter((text) => text.trim() !== '').join('\n'),
    touched: [...touched],
  }
}
