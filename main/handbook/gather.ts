import type { HandbookSource } from '#shared/handbook/plan.ts'
import { AppError } from '#shared/kernel/errors.ts'
import { isHeld } from '#shared/obligations/engine.ts'
import { dayOfYear } from '#shared/obligations/standing.ts'
import { readActivities } from '../activities/read.ts'
import { readBranch } from '../branch/read.ts'
import type { Core } from '../core.ts'
import { readDossiers } from '../dossier/read.ts'
import { readRosterHistory } from '../members/read.ts'
import { summarizeYear } from '../obligations/service.ts'
import { today } from '../platform/clock.ts'
import { yearAttendance } from '../reports/read.ts'
import { yearHours } from '../study/read.ts'

/**
 * Reads a year, synchronously, so that nothing can change between the first row and the last.
 *
 * @throws AppError HANDBOOK_NOTHING when the year has no record, NOT_FOUND before a branch is made, LEDGER_NOT_OPEN
 */
export function gatherHandbook(core: Core, year: number): HandbookSource & { readonly unfinished: number } {
  const ledger = core.session.require()
  const now = today(core.clock)
  const ofYear = readActivities(ledger, { year }).filter(({ parts }) => parts.some(({ forYear }) => forYear === year))
  const activities = ofYear.filter((activity) => isHeld({ ...activity, title: '' }, now))
  const dossiers = readDossiers(ledger, { year })
  if (activities.length + dossiers.length === 0) throw new AppError('HANDBOOK_NOTHING', { year })
  return {
    year,
    day: dayOfYear(year, now),
    branch: readBranch(ledger),
    history: readRosterHistory(ledger),
    activities,
    dossiers,
    summary: summarizeYear(ledger, year, core.clock),
    attendance: yearAttendance(core, year),
    hours: yearHours(core, year),
    unfinished: ofYear.length - activities.length,
  }
}
