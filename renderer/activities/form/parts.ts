import { purposeNames } from '#shared/activities/labels.ts'
import type { FormModel, FormPart } from './model.ts'

/**
 * Parts with the same key are attended by the same people, so that who is absent is said once: the committee and each
 * group have lists of their own, everything else is the whole branch.
 */
export function attendanceKey(part: Pick<FormPart, 'purpose' | 'groupId'>): string {
  if (part.purpose === 'committeeMeeting') return 'committee'
  if (part.purpose === 'groupMeeting') return `group ${part.groupId ?? ''}`
  return 'branch'
}

/** Gives the absentees of one part to every part that the same people attend. */
export function shareAbsentees(model: FormModel, at: number): FormModel {
  const own = model.parts[at]
  if (!own) return model
  const key = attendanceKey(own)
  return {
    ...model,
    parts: model.parts.map((part) => (attendanceKey(part) === key ? { ...part, absentees: own.absentees } : part)),
  }
}

/** A further part; it starts with the absentees of a part that the same people attend. */
export function addPart(model: FormModel, part: FormPart): FormModel {
  const same = model.parts.find((other) => attendanceKey(other) === attendanceKey(part))
  return { ...model, parts: [...model.parts, same ? { ...part, absentees: same.absentees } : part] }
}

/** A sitting keeps at least one part. */
export function removePart(model: FormModel, index: number): FormModel {
  if (model.parts.length < 2) return model
  return { ...model, parts: model.parts.filter((_, place) => place !== index) }
}

/** 党课, or its own name where somebody has given it one that says more. */
export const partLabel = (part: FormPart): string => purposeNames[part.purpose]
