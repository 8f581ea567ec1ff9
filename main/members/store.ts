import type { MemberInterval, Membership, Person } from '#shared/members/schema.ts'
import type { RowWriter } from '../ledger/rows.ts'
import type { Database } from '../platform/database/driver.ts'

interface PersonRow {
  id: string
  name: string
  gender: string
  ethnicity: string
  birth_date: string | null
  education: string
  native_place: string
  job: string
  unit: string
  declared_category: string
  joined_on: string | null
  full_member_on: string | null
  is_mobile: number
  mobile_destination: string
  note: string
  position: number
}

interface SpanRow {
  id: string
  person_id: string
  valid_from: string | null
  valid_to: string | null
}

const personOf = (row: PersonRow): Person => ({
  id: row.id,
  name: row.name,
  gender: row.gender as Person['gender'],
  ethnicity: row.ethnicity,
  birthDate: row.birth_date,
  education: row.education,
  nativePlace: row.native_place,
  job: row.job,
  unit: row.unit,
  declaredCategory: row.declared_category as Person['declaredCategory'],
  joinedOn: row.joined_on,
  fullMemberOn: row.full_member_on,
  isMobile: row.is_mobile === 1,
  mobileDestination: row.mobile_destination,
  note: row.note,
  position: row.position,
})

/** Everyone ever on the roster, in roster order. */
export function selectPersons(db: Database): Person[] {
  return db.all<PersonRow>('SELECT * FROM person ORDER BY position, id').map(personOf)
}

export function selectPerson(db: Database, id: string): Person | undefined {
  const row = db.get<PersonRow>('SELECT * FROM person WHERE id = ?', id)
  return row && personOf(row)
}

export function selectMemberships(db: Database): Membership[] {
  return db.all<SpanRow & { leave_reason: string }>('SELECT * FROM membership ORDER BY id').map((row) => ({
    id: row.id,
    personId: row.person_id,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    leaveReason: row.leave_reason,
  }))
}

type IntervalRow = SpanRow & { readonly kind: string; readonly value: string; readonly title: string }

const intervalOf = (row: IntervalRow): MemberInterval => ({
  id: row.id,
  personId: row.person_id,
  kind: row.kind as MemberInterval['kind'],
  value: row.value,
  title: row.title,
  validFrom: row.valid_from,
  validTo: row.valid_to,
})

export function selectIntervals(db: Database): MemberInterval[] {
  return db.all<IntervalRow>('SELECT * FROM member_interval ORDER BY id').map(intervalOf)
}

export function selectIntervalsOf(db: Database, personId: string): MemberInterval[] {
  return db.all<IntervalRow>('SELECT * FROM member_interval WHERE person_id = ? ORDER BY id', personId).map(intervalOf)
}

/** The place at the end of the roster. */
export function nextPosition(db: Database): number {
  return (db.get<{ last: number | null }>('SELECT max(position) AS last FROM person')?.last ?? 0) + 1
}

export function putPerson(rows: RowWriter, branchId: string, person: Person): void {
  rows.put('person', {
    id: person.id,
    branch_id: branchId,
    name: person.name,
    gender: person.gender,
    ethnicity: person.ethnicity,
    birth_date: person.birthDate,
    education: person.education,
    native_place: person.nativePlace,
    job: person.job,
    unit: person.unit,
    declared_category: person.declaredCategory,
    joined_on: person.joinedOn,
    full_member_on: person.fullMemberOn,
    is_mobile: person.isMobile ? 1 : 0,
    mobile_destination: person.mobileDestination,
    note: person.note,
    position: person.position,
  })
}

export function putMembership(rows: RowWriter, branchId: string, membership: Membership): void {
  rows.put('membership', {
    id: membership.id,
    branch_id: branchId,
    person_id: membership.personId,
    valid_from: membership.validFrom,
    valid_to: membership.validTo,
    leave_reason: membership.leaveReason,
  })
}

export function putInterval(rows: RowWriter, branchId: string, interval: MemberInterval): void {
  rows.put('member_interval', {
    id: interval.id,
    branch_id: branchId,
    person_id: interval.personId,
    kind: interval.kind,
    value: interval.value,
    title: interval.title,
    valid_from: interval.validFrom,
    valid_to: interval.validTo,
  })
}
