import type { RosterHistory } from '#shared/members/schema.ts'
import { selectGroups } from '../branch/read.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { selectIntervals, selectMemberships, selectPersons } from './store.ts'

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
