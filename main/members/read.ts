import type { MemberInterval, Person, RosterHistory } from '#shared/members/schema.ts'
import { selectGroups } from '../branch/read.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { logAccess } from '../sealed/text.ts'
import { type SealedFields, unsealFields } from './sealed.ts'
import { selectIntervals, selectIntervalsOf, selectMemberships, selectPerson, selectPersons } from './store.ts'

/** The whole roster with its history: who was what on any day follows from it (`shared/members/roster.ts`). */
export function readRosterHistory(ledger: OpenLedger): RosterHistory {
  const { db } = ledger
  return {
    persons: selectPersons(db),
    memberships: selectMemberships(db),
    intervals: selectIntervals(db),
    groups: selectGroups(db),
  }
}

/** One person with what held for them; nothing where there is none. */
export function findPerson(
  ledger: OpenLedger,
  id: string,
): { readonly person: Person; readonly intervals: readonly MemberInterval[] } | undefined {
  const person = selectPerson(ledger.db, id)
  return person && { person, intervals: selectIntervalsOf(ledger.db, id) }
}

/**
 * ID number, phones and address of several people in the clear, for a paper that was asked for with them. Logs each person that
 * has any.
 *
 * @throws AppError LEDGER_LOCKED
 */
export function readSealedFields(ledger: OpenLedger, ids: readonly string[], at: Date, what: string): Map<string, SealedFields> {
  const found = ids.map((id) => [id, unsealFields(ledger, id)] as const)
  for (const [ownerId, fields] of found)
    if (Object.values(fields).some((text) => text !== '')) logAccess(ledger, { at, what, ownerId })
  return new Map(found)
}
