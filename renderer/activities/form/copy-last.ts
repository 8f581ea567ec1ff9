import type { LastSitting } from '#shared/activities/contract.ts'
import { type FormModel, type FormPerson, newAgenda } from './model.ts'
import { shareAbsentees } from './parts.ts'
import { changePart } from './store.ts'
import { keptAgenda } from './to-save.ts'

const personOf = (mention: LastSitting['chair']): FormPerson => ({
  personId: mention?.personId ?? null,
  name: mention?.name ?? '',
  post: mention?.post ?? '',
})

/**
 * 「复制上次」: place, times, chair, recorder, those not strictly required and agenda headings. Speech, votes and resolutions
 * are not even in what is copied (PRACTICE §2); what has been typed here already stays.
 */
export function copyLast(model: FormModel, last: LastSitting, at: number): FormModel {
  const changed = changePart(
    model,
    (part) => ({
      ...part,
      absentees: [
        ...part.absentees,
        ...last.exempt
          .filter(({ name }) => !part.absentees.some((absentee) => absentee.name === name))
          .map((person) => ({ ...person, reason: 'exempt' as const, note: '', writtenOpinion: false })),
      ],
      agenda: [...keptAgenda(part), ...last.agenda.map((title) => ({ ...newAgenda(), title }))],
    }),
    at,
  )
  const next = shareAbsentees(changed, at)
  return {
    ...next,
    startTime: model.startTime === '' ? (last.startTime ?? '') : model.startTime,
    endTime: model.endTime === '' ? (last.endTime ?? '') : model.endTime,
    place: model.place === '' ? last.place : model.place,
    chair: last.chair ? personOf(last.chair) : model.chair,
    recorder: last.recorder ? personOf(last.recorder) : model.recorder,
    touched: [...new Set([...model.touched, 'chair' as const, 'recorder' as const])],
  }
}
