import type { Activity } from '#shared/activities/schema.ts'
import { dossierKind } from '#shared/dossier/kinds/index.ts'
import type { Dossier } from '#shared/dossier/schema.ts'
import { duesLines } from '#shared/dues/dues.ts'
import { electionCase } from '#shared/elections/case.ts'
import type { PlainDate } from '#shared/kernel/dates.ts'
import type { DossierRecord, EngineInput, SittingRecord } from '#shared/obligations/records.ts'
import { readActivities } from '../activities/read.ts'
import { readBranch } from '../branch/read.ts'
import { readDossiers } from '../dossier/read.ts'
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

/** 年中 or 年终, as a half-year review says. */
function halfOf({ content }: Dossier): 1 | 2 | null {
  if (content['sort'] === 'midYear') return 1
  return content['sort'] === 'yearEnd' ? 2 : null
}

const dossierOf = (dossier: Dossier): DossierRecord => ({
  id: dossier.id,
  kind: dossier.kind,
  countsAs: [dossier.kind, ...(dossierKind(dossier.kind).countsAs ?? [])],
  date: dossier.date,
  forYear: dossier.forYear,
  title: dossier.title,
  people: dossier.people,
  half: halfOf(dossier),
  hours: typeof dossier.content['hours'] === 'number' ? dossier.content['hours'] : null,
  level: typeof dossier.content['level'] === 'string' ? dossier.content['level'] : '',
})

/** What the engine needs, with the sittings of these years, each once. @throws AppError NOT_FOUND before the branch is made */
export function engineInput(ledger: OpenLedger, years: readonly number[], today: PlainDate): Omit<EngineInput, 'table'> {
  const branch = readBranch(ledger)
  const records = years.flatMap((year) => readActivities(ledger, { year }).map(sittingOf))
  return {
    branch: { id: branch.id, name: branch.shortName },
    history: readRosterHistory(ledger),
    records: [...new Map(records.map((record) => [record.id, record])).values()],
    dossiers: years.flatMap((year) => readDossiers(ledger, { year }).map(dossierOf)),
    elections: readDossiers(ledger, { kinds: ['branchElection'] }).map(electionCase),
    dues: readDossiers(ledger, { kinds: ['partyDues'] }).map(({ id, forYear, date, title, content }) => ({
      id,
      year: forYear,
      date,
      title,
      lines: duesLines(content),
    })),
    paysDuesQuarterly: branch.settings.paysDuesQuarterly,
    explanations: selectExplanations(ledger.db),
    countsSuperiorActivities: branch.settings.countsSuperiorActivities,
    today,
  }
}
