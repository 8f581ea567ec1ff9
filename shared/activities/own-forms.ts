import type { PartDetails } from './details.ts'
import type { Purpose } from './schema.ts'

interface FormPart {
  readonly purpose: Purpose
  readonly details?: PartDetails | null | undefined
}

/**
 * Whether a part is one that members attend as members, so that it is in their attendance: not a meeting of the committee,
 * nor what the committee alone held as such (组织生活会 in the form of a committee meeting).
 */
export function isMembersForm(part: FormPart, sitting: readonly FormPart[]): boolean {
  if (part.purpose === 'committeeMeeting') return false
  if (part.details?.form !== undefined) return part.details.form !== 'committeeMeeting'
  const has = (purpose: Purpose) => sitting.some((each) => each.purpose === purpose)
  return !(part.purpose === 'organizationalLifeMeeting' && has('committeeMeeting') && !has('generalMeeting'))
}
