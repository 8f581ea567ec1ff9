import { developmentCase } from '#shared/development/case.ts'
import { type PlainDate, yearOf } from '#shared/kernel/dates.ts'
import { assessYear as assess } from '#shared/obligations/assess.ts'
import { dueItems } from '#shared/obligations/due.ts'
import type { DueItem, YearAssessment, YearSummary } from '#shared/obligations/schema.ts'
import { summarizeYear as summarize } from '#shared/obligations/summary.ts'
import { readFollowUps } from '../activities/follow-ups.ts'
import { readDossiers } from '../dossier/read.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { type Clock, today } from '../platform/clock.ts'
import { readProblems } from '../rectification/read.ts'
import { readTasks } from '../tasks/read.ts'
import { engineInput } from './input.ts'
import { rulesOf } from './rules.ts'
import { selectOverrides } from './store.ts'

/** The table of DOMAIN 8.1 for a year, as of today. @throws AppError NOT_FOUND before the branch is made */
export function summarizeYear(ledger: OpenLedger, year: number, clock: Clock): YearSummary {
  return summarize(rulesOf(ledger), year, engineInput(ledger, [year], today(clock)), selectOverrides(ledger.db))
}

/** Every rule of a year, as of today; the year before takes part, because absences run across New Year. */
export function assessYear(ledger: OpenLedger, year: number, clock: Clock): YearAssessment {
  return assess(rulesOf(ledger), year, selectOverrides(ledger.db), engineInput(ledger, [year - 1, year], today(clock)))
}

/** 「近期要办」 as of a day. @throws AppError NOT_FOUND before the branch is made */
export function dueOn(ledger: OpenLedger, date: PlainDate): DueItem[] {
  const year = yearOf(date)
  return dueItems({
    ...engineInput(ledger, [year - 1, year, year + 1], date),
    table: rulesOf(ledger),
    overrides: selectOverrides(ledger.db),
    followUps: readFollowUps(ledger),
    tasks: readTasks(ledger, [year - 1, year], date),
    problems: readProblems(ledger, date),
    cases: readDossiers(ledger, { kinds: ['developmentCase'] }).map(developmentCase),
  })
}
