import { readActivities } from '#main/activities/read.ts'
import { readBranch } from '#main/branch/read.ts'
import type { Core } from '#main/core.ts'
import { minutesDocument } from '#shared/documents/minutes.ts'
import { documentText } from '#shared/documents/plain-text.ts'

/** The text of all minutes of a year, in order. */
export function minutesText(core: Core, year: number): string[] {
  const ledger = core.session.require()
  const branch = readBranch(ledger)
  return readActivities(ledger, { year }).map((activity) => documentText(minutesDocument(activity, branch, { style: 'table' })))
}
