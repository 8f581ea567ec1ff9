import type { Content } from '../dossier/field.ts'
import type { Dossier } from '../dossier/schema.ts'
import { isPlainDate, type PlainDate } from '../kernel/dates.ts'

/** Dated steps of 发展党员 in the order in which they come. Keys are those of the record's fields. */
export const stepKeys = [
  'appliedOn',
  'talkOn',
  'activistOn',
  'targetOn',
  'trainedOn',
  'reviewedOn',
  'noticeTo',
  'admittedOn',
  'approvedOn',
  'conversionAppliedOn',
  'extendedOn',
  'convertedOn',
  'conversionApprovedOn',
] as const
export type StepKey = (typeof stepKeys)[number]

export const stages = ['applicant', 'activist', 'developmentTarget', 'probationaryMember', 'formalMember', 'ended'] as const
export type Stage = (typeof stages)[number]

/** One person on the way into the Party: facts as they were recorded, null where nothing was. */
export interface DevelopmentCase {
  readonly id: string
  readonly name: string
  readonly personId: string | null
  /** As the record says; what the dates say is `stageOf`. */
  readonly status: string
  readonly dates: Readonly<Record<StepKey, PlainDate | null>>
  readonly noticeFrom: PlainDate | null
  readonly extensionMonths: number | null
  readonly mentors: readonly string[]
  readonly sponsors: readonly string[]
  /** Days of 培养考察, ascending. */
  readonly examinedOn: readonly PlainDate[]
}

const dateOf = (content: Content, key: string): PlainDate | null => {
  const value = content[key]
  return typeof value === 'string' && isPlainDate(value) ? value : null
}

function examinations(content: Content): PlainDate[] {
  const rows = content['steps']
  if (!Array.isArray(rows)) return []
  return rows.flatMap((row) => (typeof row === 'object' && row !== null ? (dateOf(row, 'date') ?? []) : [])).toSorted()
}

/** What a record of 发展党员 says about its person. */
export function developmentCase(dossier: Pick<Dossier, 'id' | 'date' | 'status' | 'people' | 'content'>): DevelopmentCase {
  const { content, people } = dossier
  const applicant = people.find(({ role }) => role === 'applicant')
  const months = content['extensionMonths']
  const dates = Object.fromEntries(stepKeys.map((key) => [key, dateOf(content, key)])) as Record<StepKey, PlainDate | null>
  const named = (role: string) => people.filter((person) => person.role === role).map(({ name }) => name)
  return {
    id: dossier.id,
    name: applicant?.name ?? '',
    personId: applicant?.personId ?? null,
    status: dossier.status,
    dates: { ...dates, appliedOn: dossier.date },
    noticeFrom: dateOf(content, 'noticeFrom'),
    extensionMonths: typeof months === 'number' ? months : null,
    mentors: named('mentor'),
    sponsors: named('sponsor'),
    examinedOn: examinations(content),
  }
}

/** How far the dates go; a case that was ended stays so. */
export function stageOf({ status, dates }: Pick<DevelopmentCase, 'status' | 'dates'>): Stage {
  if (status === 'ended') return 'ended'
  if (dates.convertedOn !== null) return 'formalMember'
  if (dates.admittedOn !== null) return 'probationaryMember'
  if (dates.targetOn !== null) return 'developmentTarget'
  return dates.activistOn === null ? 'applicant' : 'activist'
}
