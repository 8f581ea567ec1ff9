import { gramsOf } from '#shared/search/grams.ts'
import { activityText, dossierText, explanationText, personText, type SearchRecord } from '#shared/search/record-text.ts'
import { findActivity } from '../activities/read.ts'
import { findDossier } from '../dossier/read.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import type { ChangedRow } from '../ledger/rows.ts'
import { findPerson } from '../members/read.ts'
import { readOwnRules } from '../obligations/read.ts'
import type { SqlRow } from '../platform/database/driver.ts'
import { deleteText, putText, selectSittingOf, selectSittingsOfGroup } from './store.ts'

const put = (ledger: OpenLedger, record: SearchRecord) => putText(ledger.db, record, gramsOf(`${record.title}\n${record.body}`))

/** Brings what the index holds of a sitting up to date; a sitting in the bin is taken off. Inside the caller's transaction. */
export function indexActivity(ledger: OpenLedger, id: string): void {
  const activity = findActivity(ledger, id)
  if (activity) put(ledger, activityText(activity))
  else deleteText(ledger.db, id)
}

/** The same for a person. */
export function indexPerson(ledger: OpenLedger, id: string): void {
  const found = findPerson(ledger, id)
  if (found) put(ledger, personText(found.person, found.intervals))
  else deleteText(ledger.db, id)
}

/** The same for a 情况说明. */
export function indexExplanation(ledger: OpenLedger, id: string): void {
  const found = readOwnRules(ledger).explanations.find((explanation) => explanation.id === id)
  if (found) put(ledger, explanationText(found))
  else deleteText(ledger.db, id)
}

/** The same for a dated record; sealed texts are not even handed in here. */
export function indexDossier(ledger: OpenLedger, id: string): void {
  const found = findDossier(ledger, id)
  if (found) put(ledger, dossierText(found))
  else deleteText(ledger.db, id)
}

interface Owners {
  readonly activities: Set<string>
  readonly persons: Set<string>
  readonly explanations: Set<string>
  readonly dossiers: Set<string>
}

/** Which records a row stands in. A part that is removed brings its sitting along, so that its own rows need not be looked for. */
function collectOwners(ledger: OpenLedger, { table, before, after }: ChangedRow, owners: Owners): void {
  for (const row of [before, after]) {
    if (!row) continue
    const add = (to: Set<string>, id: SqlRow[string] | undefined) => typeof id === 'string' && to.add(id)
    if (table === 'activity') add(owners.activities, row['id'])
    else if (table === 'dossier') add(owners.dossiers, row['id'])
    else if (table === 'attachment') {
      add(owners.activities, row['activity_id'])
      add(owners.dossiers, row['dossier_id'])
    } else if (table === 'part') add(owners.activities, row['activity_id'])
    else if (table === 'attendance' || table === 'resolution') {
      add(owners.activities, selectSittingOf(ledger.db, String(row['part_id'])) ?? undefined)
    } else if (table === 'person') add(owners.persons, row['id'])
    else if (table === 'explanation') add(owners.explanations, row['id'])
    else if (table === 'member_interval') add(owners.persons, row['person_id'])
    else if (table === 'party_group') {
      for (const id of selectSittingsOfGroup(ledger.db, String(row['id']))) owners.activities.add(id)
    }
  }
}

/** One step for each record that these rows stand in: brings what the index holds of it up to date. */
export function indexSteps(ledger: OpenLedger, changed: Iterable<ChangedRow>): (() => void)[] {
  const owners: Owners = { activities: new Set(), persons: new Set(), explanations: new Set(), dossiers: new Set() }
  for (const row of changed) collectOwners(ledger, row, owners)
  const steps = (ids: ReadonlySet<string>, index: typeof indexActivity) => [...ids].map((id) => () => index(ledger, id))
  return [
    ...steps(owners.activities, indexActivity),
    ...steps(owners.persons, indexPerson),
    ...steps(owners.explanations, indexExplanation),
    ...steps(owners.dossiers, indexDossier),
  ]
}

/**
 * Follows a change of the ledger: whatever rows a service has put or removed, the records they belong to are on the index
 * as they are now when the transaction ends.
 */
export function indexChanges(ledger: OpenLedger, changed: Iterable<ChangedRow>): void {
  for (const step of indexSteps(ledger, changed)) step()
}
