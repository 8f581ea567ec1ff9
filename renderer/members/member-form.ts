import { readPartialDate } from '#renderer/ui/partial-date.ts'
import { isPartialDate } from '#shared/kernel/dates.ts'
import type { IntervalKind, MemberDetail, Person, SaveMember } from '#shared/members/schema.ts'

type SealedField = 'idNumber' | 'mobile' | 'phone' | 'address'

/** One line of 「党小组、职务和其他情况」 as the form holds it. */
export interface IntervalLine {
  readonly kind: IntervalKind
  readonly value: string
  readonly title: string
  readonly validFrom: string | null
  readonly validTo: string | null
}

/** A member as the form holds it. Sealed fields: undefined means unchanged. */
export interface MemberFormValues {
  readonly person: Omit<Person, 'id' | 'position'>
  readonly membership: { readonly validFrom: string | null; readonly validTo: string | null; readonly leaveReason: string }
  readonly intervals: readonly IntervalLine[]
  readonly sealed: Partial<Record<SealedField, string>>
}

/** The form of a new member. */
export const emptyMember: MemberFormValues = {
  person: {
    name: '',
    gender: '',
    ethnicity: '',
    birthDate: null,
    education: '',
    nativePlace: '',
    job: '',
    unit: '',
    declaredCategory: 'formalMember',
    joinedOn: null,
    fullMemberOn: null,
    isMobile: false,
    mobileDestination: '',
    note: '',
  },
  membership: { validFrom: null, validTo: null, leaveReason: '' },
  intervals: [],
  sealed: {},
}

/** The form of a member on the roster; of several memberships the last one is edited. */
export function formOfMember(member: MemberDetail): MemberFormValues {
  const { id: _id, position: _position, ...person } = member.person
  const last = member.memberships.at(-1)
  return {
    person,
    membership: { validFrom: last?.validFrom ?? null, validTo: last?.validTo ?? null, leaveReason: last?.leaveReason ?? '' },
    intervals: member.intervals.map(({ kind, value, title, validFrom, validTo }) => ({ kind, value, title, validFrom, validTo })),
    sealed: {},
  }
}

const date = (text: string | null | undefined) => readPartialDate(text ?? '')

/** The form's values as the contract takes them: dates read, empty sealed fields left out. */
export function memberToSave(values: MemberFormValues, id: string | undefined): SaveMember {
  const { person, membership } = values
  const sealed = Object.fromEntries(Object.entries(values.sealed).filter(([, text]) => text.trim() !== ''))
  return {
    ...(id === undefined ? {} : { id }),
    person: {
      ...person,
      name: person.name.trim(),
      birthDate: date(person.birthDate),
      joinedOn: date(person.joinedOn),
      fullMemberOn: date(person.fullMemberOn),
    },
    membership: { validFrom: date(membership.validFrom), validTo: date(membership.validTo), leaveReason: membership.leaveReason },
    intervals: values.intervals.map((line) => ({
      kind: line.kind,
      value: line.kind === 'leadingCadre' ? '' : line.value,
      title: line.title ?? '',
      validFrom: date(line.validFrom),
      validTo: date(line.validTo),
    })),
    sealed,
  }
}

/** Rule of a date field: empty, or a year, a month or a day that exists. */
export const partialDateRule = {
  validator: (_rule: unknown, text: string | null | undefined): Promise<void> => {
    const read = date(text)
    return read === null || isPartialDate(read)
      ? Promise.resolve()
      : Promise.reject(new Error('日期读不出来，请写成 2025、2025-06 或 2025-06-27'))
  },
}
