import type { Dossier } from '#shared/dossier/schema.ts'
import { electionCase } from '#shared/elections/case.ts'
import { type ElectionResult, electionResults } from '#shared/elections/results.ts'
import { firstDayOf, type PlainDate, plusDays, plusMonths, yearOf } from '#shared/kernel/dates.ts'
import type { RosterHistory } from '#shared/members/schema.ts'
import { termEnd, termNoticeMonths, termStart, termYears } from '#shared/obligations/terms.ts'
import { readActivities } from '../activities/read.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { readRosterHistory } from '../members/read.ts'

/** The term of the committee of a day, and from when its successor is prepared; null where no beginning is known. */
export function termOf(history: RosterHistory, day: PlainDate) {
  const [start, end] = [termStart(history, day), termEnd(history, day)]
  if (start === null || end === null) return null
  return { start, end, noticeFrom: plusMonths(firstDayOf(start), 12 * termYears - termNoticeMonths) }
}

/** Elections in the minutes of these years, oldest first. */
export function readResults(ledger: OpenLedger, years: readonly number[]): ElectionResult[] {
  const sittings = years.flatMap((year) => readActivities(ledger, { year })).map((each) => [each.id, each] as const)
  return electionResults([...new Map(sittings).values()])
}

/** What an election rests on, and the term that ran before it. */
export function readElection(ledger: OpenLedger, record: Dossier) {
  const { links } = electionCase(record)
  const year = yearOf(record.date)
  const results = readResults(ledger, [year - 1, year, year + 1])
  const linked = results.filter(({ activityId }) => links.includes(activityId))
  const history = readRosterHistory(ledger)
  return { results, linked, history, term: termOf(history, plusDays(linked[0]?.date ?? record.date, -1)) }
}
