import { newId } from '#shared/kernel/ids.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import type { ChangedRow } from '../ledger/rows.ts'
import { indexSteps } from './index-records.ts'
import { readIndexVersion, writeIndexVersion } from './store.ts'

/** Longest that records are indexed before other calls are answered, in milliseconds. */
const slice = 20

/** Records that are indexed within the change itself. */
const few = 50

/**
 * Inside the transaction of a large change: notes that the index lacks its records, and answers what brings them in
 * afterwards, in small transactions between which other calls are answered. Until that has ended the index counts as one of
 * another version, so that a program that is killed meanwhile makes it anew. A small change, or an index that is not up to
 * date anyhow, is followed at once.
 */
export function postponeIndex(ledger: OpenLedger, changed: Iterable<ChangedRow>, wasCurrent: boolean): () => Promise<void> {
  const { db } = ledger
  const steps = indexSteps(ledger, changed)
  const version = readIndexVersion(db)
  if (steps.length <= few || !wasCurrent) {
    for (const step of steps) step()
    return async () => {}
  }
  const mark = `postponed ${newId()}`
  writeIndexVersion(db, mark)
  return async () => {
    while (steps.length > 0) {
      await new Promise((resolve) => void setImmediate(resolve))
      db.transaction(() => {
        const end = performance.now() + slice
        while (steps.length > 0 && performance.now() < end) steps.shift()?.()
      })
    }
    // Whoever has begun to make the index anew meanwhile says himself when it is whole.
    db.transaction(() => {
      if (readIndexVersion(db) === mark) writeIndexVersion(db, version)
    })
  }
}
