import type { Activity } from '#shared/activities/schema.ts'
import { collectionDueOn, collectionKind } from '#shared/appraisal/collection.ts'
import { gradeLines } from '#shared/appraisal/opinion.ts'
import { dossierKind } from '#shared/dossier/kinds/index.ts'
import type { Dossier } from '#shared/dossier/schema.ts'
import { duesLines } from '#shared/dues/dues.ts'
import { electionCase } from '#shared/elections/case.ts'
import type { PlainDate } from '#shared/kernel/dates.ts'
import { awayKind } from '#shared/obligations/away.ts'
import type { DossierRecord, EngineInput, SittingRecord } from '#shared/obligations/records.ts'
import { fiveYearsOf } from '#shared/study/cadre.ts'
import { individualHours } from '#shared/study/individual-hours.ts'
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
  parts: activity.parts.map((part) => ({ ...part, agendaTitles: part.agenda.map(({ title }) => title) })),
})

/** 年中 or 年终, as a half-year review says. */
function halfOf({ content }: Dossier): 1 | 2 | null {
  if (content['sort'] === 'midYear') return 1
  return content['sort'] === 'yearEnd' ? 2 : null
}

const textOf = ({ content }: Dossier, key: string): string => {
  const value = content[key]
  return typeof value === 'string' ? value : ''
}

/** A dated record as the rules read it. */
const dossierOf = (dossier: Dossier): DossierRecord => ({
  id: dossier.id,
  kind: dossier.kind,
  countsAs: [dossier.kind, ...(dossierKind(dossier.kind).countsAs ?? [])],
  date: dossier.date,
  endDate: dossier.endDate,
  forYear: dossier.forYear,
  title: dossier.title,
  people: dossier.people,
  half: halfOf(dossier),
  hours: typeof dossier.content['hours'] === 'number' ? dossier.content['hours'] : null,
  hoursByPerson: new Map(individualHours(dossier.content).map(({ personId, hours }) => [personId, hours])),
  links: dossier.links,
  level: textOf(dossier, 'level'),
  reason: textOf(dossier, 'reason'),
  ...(dossier.kind === collectionKind ? { dueOn: collectionDueOn(dossier) } : {}),
  ...(dossier.kind === 'appraisalOpinion' ? { grades: gradeLines(dossier.content) } : {}),
})

/**
 * Cadre trainings of the five years that a year is one of, and who has been away since an earlier year, beside what belongs to
 * the years themselves.
 */
function dossiersOf(ledger: OpenLedger, years: readonly number[]): DossierRecord[] {
  const spans = years.map(fiveYearsOf)
  const isOther = (year: number) => !years.includes(year) && spans.some(({ from, to }) => from <= year && year <= to)
  return [
    ...years.flatMap((year) => readDossiers(ledger, { year })),
    ...readDossiers(ledger, { kinds: ['cadreTraining'] }).filter(({ forYear }) => isOther(forYear)),
    ...readDossiers(ledger, { kinds: [awayKind] }).filter(({ forYear }) => !years.includes(forYear)),
  ].map(dossierOf)
}

/** What the engine needs, with the sittings of these years, each once. @throws AppError NOT_FOUND before the branch is made */
export function engineInput(ledger: OpenLedger, years: readonly number[], today: PlainDate): Omit<EngineInput, 'table'> {
  const branch = readBranch(ledger)
  const records = years.flatMap((year) => readActivities(ledger, { year }).map(sittingOf))
  return {
    branch: { id: branch.id, name: branch.shortName },
    history: readRosterHistory(ledger),
    records: [...new Map(records.map((record) => [record.id, record])).values()],
    elections: readDossiers(ledger, { kinds: ['branchElection'] }).map(electionCase),
    dues: readDossiers(ledger, { kinds: ['partyDues'] }).map(({ id, forYear, date, title, content }) => ({
      id,
      year: forYear,
      date,
      title,
      lines: duesLines(content),
    })),
    paysDuesQuarterly: branch.settings.paysDuesQuarterly,
    handbookDay: branch.settings.handbookDay,
    dossiers: dossiersOf(ledger, years),
    explanations: selectExplanations(ledger.db),
    appraisal: branch.settings,
    countsSuperiorActivities: branch.settings.countsSuperiorActivities,
    today,
  }
}
