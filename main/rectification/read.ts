import type { PlainDate } from '#shared/kernel/dates.ts'
import { problemKind, problemsOf } from '#shared/rectification/problems.ts'
import type { Problem } from '#shared/rectification/schema.ts'
import { readDossiers } from '../dossier/read.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'

/** Every problem of the ledger as of a day. */
export function readProblems(ledger: OpenLedger, day: PlainDate): Problem[] {
  return problemsOf(readDossiers(ledger, { kinds: [problemKind] }), day)
}

/** Those of a year and those of earlier years that were not closed when it began. */
export function problemsOfYear(problems: readonly Problem[], year: number): Problem[] {
  return problems.filter(
    ({ forYear, stage, closedOn }) =>
      forYear === year || (forYear < year && (stage !== 'closed' || (closedOn !== null && closedOn >= `${year}-01-01`))),
  )
}

/** What is kept of the lines of a sitting's 整改清单. */
export function problemsOfActivity(ledger: OpenLedger, activityId: string, day: PlainDate): Problem[] {
  const records = readDossiers(ledger, { kinds: [problemKind] }).filter(({ links }) => links.includes(activityId))
  return problemsOf(records, day)
}
