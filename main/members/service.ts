import { AppError } from '#shared/kernel/errors.ts'
import { newId } from '#shared/kernel/ids.ts'
import { normalName } from '#shared/kernel/text.ts'
import { memberProblem } from '#shared/members/check.ts'
import type { MemberDetail, MemberInterval, Person, SaveMember } from '#shared/members/schema.ts'
import type { Core } from '../core.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { logAccess } from '../sealed/text.ts'
import { readRosterHistory } from './read.ts'
import { maskFields, type SealedFields, sealFields, unsealFields } from './sealed.ts'
import { nextPosition, putInterval, putMembership, putPerson } from './store.ts'

const emptyPerson: Omit<Person, 'id' | 'position' | 'name' | 'declaredCategory'> = {
  gender: '',
  ethnicity: '',
  birthDate: null,
  education: '',
  nativePlace: '',
  job: '',
  unit: '',
  joinedOn: null,
  fullMemberOn: null,
  isMobile: false,
  mobileDestination: '',
  note: '',
}

/** Everyone ever on the roster with their history, sensitive fields masked. */
export function readMembers(ledger: OpenLedger): MemberDetail[] {
  const { persons, memberships, intervals } = readRosterHistory(ledger)
  return persons.map((person) => ({
    person,
    memberships: memberships.filter((membership) => membership.personId === person.id),
    intervals: intervals.filter((interval) => interval.personId === person.id),
    masked: maskFields(unsealFields(ledger, person.id)),
  }))
}

/** One person. @throws AppError NOT_FOUND */
export function readMember(ledger: OpenLedger, id: string): MemberDetail {
  const found = readMembers(ledger).find((member) => member.person.id === id)
  if (!found) throw new AppError('NOT_FOUND', { what: '党员' })
  return found
}

/** Intervals that stay the same keep their identity, so that the history shows only what changed. */
function matchIntervals(
  before: readonly MemberInterval[],
  next: NonNullable<SaveMember['intervals']>,
  personId: string,
): MemberInterval[] {
  const used = new Set<string>()
  return next.map((interval) => {
    const candidates = before.filter((old) => !used.has(old.id) && old.kind === interval.kind && old.value === interval.value)
    const same = candidates.find((old) => old.validFrom === interval.validFrom) ?? candidates[0]
    if (same) used.add(same.id)
    return { ...interval, id: same?.id ?? newId(), personId }
  })
}

/**
 * Saves a member typed in or changed by hand: person, membership, intervals and sealed fields in one change.
 *
 * @throws AppError INPUT_INVALID naming the field, when dates contradict each other
 */
export function saveMember(ledger: OpenLedger, input: SaveMember): MemberDetail {
  const history = readRosterHistory(ledger)
  const before = input.id ? history.persons.find((person) => person.id === input.id) : undefined
  if (input.id && !before) throw new AppError('NOT_FOUND', { what: '党员' })
  const id = before?.id ?? newId()
  const oldMembership = history.memberships.filter((membership) => membership.personId === id).at(-1)
  const oldIntervals = history.intervals.filter((interval) => interval.personId === id)
  const person: Person = {
    ...emptyPerson,
    ...before,
    ...input.person,
    id,
    position: before?.position ?? nextPosition(ledger.db),
    name: normalName(input.person.name),
  }
  const membership = {
    id: oldMembership?.id ?? newId(),
    personId: id,
    validFrom: input.membership ? input.membership.validFrom : (oldMembership?.validFrom ?? null),
    validTo: input.membership ? input.membership.validTo : (oldMembership?.validTo ?? null),
    leaveReason: input.membership?.leaveReason ?? oldMembership?.leaveReason ?? '',
  }
  const intervals = input.intervals ? matchIntervals(oldIntervals, input.intervals, id) : oldIntervals
  const problem = memberProblem(person, membership, intervals, history)
  if (problem) throw new AppError('INPUT_INVALID', { field: problem.field, reason: problem.reason })
  ledger.write(before ? '修改党员信息' : '登记党员', (rows) => {
    putPerson(rows, ledger.branchId, person)
    putMembership(rows, ledger.branchId, membership)
    for (const interval of intervals) putInterval(rows, ledger.branchId, interval)
    const kept = new Set(intervals.map((interval) => interval.id))
    for (const old of oldIntervals) if (!kept.has(old.id)) rows.remove('member_interval', old.id)
    if (input.sealed) sealFields(ledger, id, input.sealed)
  })
  return readMember(ledger, id)
}

/** ID number, phones and address in full; that they were looked at is logged. @throws AppError NOT_FOUND */
export function unmaskMember(core: Core, id: string): SealedFields {
  const ledger = core.session.require()
  readMember(ledger, id)
  logAccess(ledger, { at: core.clock.now(), what: '查看身份证号和联系方式', ownerId: id })
  return unsealFields(ledger, id)
}
