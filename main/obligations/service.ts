import type { Activity } from '#shared/activities/schema.ts'
import type { SittingRecord } from '#shared/obligations/engine.ts'
import type { YearSummary } from '#shared/obligations/schema.ts'
import { summarizeYear as summarize } from '#shared/obligations/summary.ts'
import { readActivities } from '../activities/read.ts'
import { readBranch } from '../branch/read.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { readRosterHistory } from '../members/read.ts'
import { type Clock, today } from '../platform/clock.ts'
import { bundledRules } from './rules.ts'

const sittingOf = (activity: Activity): SittingRecord => ({
  id: activity.id,
  date: activity.date,
  state: activity.state,
  origin: activity.origin,
  title: activity.parts.map((part) => part.title).join('、'),
  parts: activity.parts,
})

/** The table of DOMAIN 8.1 for a year, as of today. @throws AppError NOT_FOUND before the branch is made */
export function summarizeYear(ledger: OpenLedger, year: number, clock: Clock): YearSummary {
  const branch = readBranch(ledger)
  return summarize(bundledRules(), year, {
    branch: { id: branch.id, name: branch.shortName },
    history: readRosterHistory(ledger),
    records: readActivities(ledger, { year }).map(sittingOf),
    explanations: [],
    today: today(clock),
  })
}
