import type { Activity } from '#shared/activities/schema.ts'
import type { PlainDate } from '#shared/kernel/dates.ts'
import type { EngineInput, SittingRecord } from '#shared/obligations/records.ts'
import { readActivities } from '../activities/read.ts'
import { readBranch } from '../branch/read.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { readRosterHistory } from '../members/read.ts'
import { selectExplanations } from './store.ts'

const sittingOf = (activity: Activity): SittingRecord => ({
  id: activity.id,
  date: activity.date,
  state: activity.state,
  origin: activity.origin,
  title: activity.parts.map((part) => part.title).join('、'),
  organizer: activity.organizer,
  parts: activity.parts,
})

/** What the engine needs, with the sittings of these years, each once. @throws AppError NOT_FOUND before the branch is made */
export function engineInput(ledger: OpenLedger, years: readonly number[], today: PlainDate): Omit<EngineInput, 'table'> {
  const branch = readBranch(ledger)
  const records = years.flatMap((year) => readActivities(ledger, { year }).map(sittingOf))
  return {
    branch: { id: branch.id, name: branch.shortName },
    history: readRosterHistory(ledger),
    records: [...new Map(records.map((record) => [record.id, record])).values()],
    explanations: selectExplanations(ledger.db),
    countsSuperiorActivities: branch.settings.countsSuperiorActivities,
    today,
  }
}
