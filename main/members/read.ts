import type { MemberInterval, Person, RosterHistory } from '#shared/members/schema.ts'
import { selectGroups } from '../branch/read.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
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
