import type { Person } from '../schema.ts'
import type { RosterRow } from './roster-rows.ts'

/** What is known of ID numbers in the ledger, without the numbers themselves. */
export interface IdNumbers {
  /** Person with this number. */
  personWith(idNumber: string): string | null
  hasOne(personId: string): boolean
}

/** Whom a row of the sheet is about. */
export type RosterMatch =
  | { readonly kind: 'new'; readonly doubt: string | null }
  | { readonly kind: 'update'; readonly person: Person; readonly doubt: string | null }
  | { readonly kind: 'skip'; readonly reason: string }

/** Two dates that cannot mean the same day, as far as both are precise. */
const differ = (a: string | null, b: string | null) => a !== null && b !== null && a.slice(0, b.length) !== b.slice(0, a.length)

/**
 * Finds the person a row is about: by ID number, then by name with the day of joining, never by name alone (DOMAIN 7.2).
 * A namesake of whom neither is known is left to the user, so that taking in a sheet twice never doubles a person.
 */
export function matchRosterRow(row: RosterRow, persons: readonly Person[], ids: IdNumbers): RosterMatch {
  const idHolder = row.idNumber === '' ? null : ids.personWith(row.idNumber)
  const holder = persons.find((person) => person.id === idHolder)
  if (holder) {
    const doubt = holder.name === row.name ? null : `身份证号与名册中的“${holder.name}”相同，姓名将改为“${row.name}”`
    return { kind: 'update', person: holder, doubt }
  }
  const namesakes = persons.filter((person) => person.name === row.name)
  if (namesakes.length === 0) return { kind: 'new', doubt: null }
  const same = row.joinedOn === null ? [] : namesakes.filter((person) => person.joinedOn === row.joinedOn)
  if (same.length > 1) return { kind: 'skip', reason: `名册中有${same.length}名“${row.name}”，入党日期也相同，不能确定是哪一个` }
  if (same[0]) {
    const isOther = row.idNumber !== '' && ids.hasOne(same[0].id)
    return { kind: 'update', person: same[0], doubt: isOther ? '身份证号与名册中登记的不同，将按表格更新' : null }
  }
  const areOthers = namesakes.every(
    (person) => (row.idNumber !== '' && ids.hasOne(person.id)) || differ(person.joinedOn, row.joinedOn),
  )
  if (areOthers) return { kind: 'new', doubt: `名册中已有同名的“${row.name}”，身份证号或入党日期不同，按另一个人录入，请核对` }
  return { kind: 'skip', reason: `名册中已有“${row.name}”，缺少身份证号和入党日期，不能确认是同一个人，请在党员管理中核对` }
}

const orKept = (next: string, kept: string | undefined) => (next === '' ? (kept ?? '') : next)

/** The person with what the sheet says; what it does not say stays as it was. */
export function mergedPerson(row: RosterRow, before: Person | undefined, id: string, position: number): Person {
  return {
    id,
    position: before?.position ?? position,
    name: row.name,
    gender: row.gender === '' ? (before?.gender ?? '') : row.gender,
    ethnicity: orKept(row.ethnicity, before?.ethnicity),
    birthDate: row.birthDate ?? before?.birthDate ?? null,
    education: orKept(row.education, before?.education),
    nativePlace: orKept(row.nativePlace, before?.nativePlace),
    job: orKept(row.job, before?.job),
    unit: orKept(row.unit, before?.unit),
    declaredCategory: row.category ?? before?.declaredCategory ?? 'formalMember',
    joinedOn: row.joinedOn ?? before?.joinedOn ?? null,
    fullMemberOn: row.fullMemberOn ?? before?.fullMemberOn ?? null,
    isMobile: row.isMobile ?? before?.isMobile ?? false,
    mobileDestination: orKept(row.destination, before?.mobileDestination),
    note: orKept(row.note, before?.note),
  }
}
