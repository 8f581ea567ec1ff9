import type { OpenLedger } from '../ledger/open-ledger.ts'
import type { TaskControl } from '../platform/tasks/task-events.ts'
import { indexActivity, indexDossier, indexExplanation, indexPerson } from './index-records.ts'
import { clearIndex, isIndexLost, readIndexVersion, selectRecordIds, writeIndexVersion } from './store.ts'

/** Goes up with every change of what the index holds of a record, or how. */
const indexVersion = '4'

/** Records that are indexed at once when a ledger is opened: a fraction of a second. */
const smallLedger = 2000

/** Records of one step: between two steps other calls are answered. */
const step = 100

/** Whether the index is there, made by this version of the program. */
export function isIndexCurrent(ledger: OpenLedger): boolean {
  return readIndexVersion(ledger.db) === indexVersion && !isIndexLost(ledger.db)
}

function jobsOf(ledger: OpenLedger): (() => void)[] {
  const { activities, persons, explanations, dossiers } = selectRecordIds(ledger.db)
  return [
    ...persons.map((id) => () => indexPerson(ledger, id)),
    ...activities.map((id) => () => indexActivity(ledger, id)),
    ...explanations.map((id) => () => indexExplanation(ledger, id)),
    ...dossiers.map((id) => () => indexDossier(ledger, id)),
  ]
}

/** On opening: makes a missing or old index anew where that takes no time. A large ledger waits for `rebuildIndex`. */
export function bringIndexUpToDate(ledger: OpenLedger): void {
  if (isIndexCurrent(ledger)) return
  const jobs = jobsOf(ledger)
  if (jobs.length > smallLedger) return
  ledger.db.transaction(() => {
    clearIndex(ledger.db)
    for (const job of jobs) job()
    writeIndexVersion(ledger.db, indexVersion)
  })
}

/**
 * Makes the index anew in small transactions. A rebuild that is cancelled or killed leaves an index that is known to be
 * incomplete; changes made meanwhile are followed as always.
 *
 * @throws AppError CANCELLED
 */
export async function rebuildIndex(ledger: OpenLedger, { signal, onProgress }: TaskControl): Promise<{ records: number }> {
  const jobs = jobsOf(ledger)
  ledger.db.transaction(() => {
    writeIndexVersion(ledger.db, null)
    clearIndex(ledger.db)
  })
  for (let done = 0; done < jobs.length; done += step) {
    signal.throwIfAborted()
    ledger.db.transaction(() => {
      for (const job of jobs.slice(done, done + step)) job()
    })
    onProgress({ phase: 'index', done: Math.min(done + step, jobs.length), total: jobs.length })
    await new Promise((resolve) => void setImmediate(resolve))
  }
  ledger.db.transaction(() => writeIndexVersion(ledger.db, indexVersion))
  return { records: jobs.length }
}
