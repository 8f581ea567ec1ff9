import type { PlainDate } from '#shared/kernel/dates.ts'
import { isHeld } from '#shared/obligations/engine.ts'
import { summarizeYear } from '#shared/obligations/summary.ts'
import { problemsOf } from '#shared/rectification/problems.ts'
import { attendanceReport } from '#shared/reports/attendance.ts'
import { taskKinds } from '#shared/tasks/schema.ts'
import { tasksOf } from '#shared/tasks/tasks.ts'
import type { YearbookInput } from '#shared/yearbook/input.ts'
import type { YearbookSpan } from '#shared/yearbook/schema.ts'
import { readActivities } from '../activities/read.ts'
import { readBranch } from '../branch/read.ts'
import type { Core } from '../core.ts'
import { readDossiers } from '../dossier/read.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { readRosterHistory } from '../members/read.ts'
import { engineInput } from '../obligations/input.ts'
import { readOwnRules } from '../obligations/read.ts'
import { rulesOf } from '../obligations/rules.ts'
import { today } from '../platform/clock.ts'
import { readRating } from '../rating/gap-list.ts'
import { problemsOfYear } from '../rectification/read.ts'
import { yearHours } from '../study/read.ts'

/** The last day whose records a span counts: that of the first half, or today. */
export function asOfSpan(year: number, span: YearbookSpan, now: PlainDate): PlainDate {
  const end = `${year}-06-30`
  return span === 'half' && now > end ? end : now
}

/** 星级自评, null until somebody has confirmed an indicator; and what was decided, or else proposed, above. Half a year has neither. */
function starsOf(core: Core, year: number, span: YearbookSpan): YearbookInput['stars'] {
  if (!readBranch(core.session.require()).settings.usesRating) return null
  if (span === 'half') return { self: null, superior: null }
  const { revision, score, result, review } = readRating(core, year)
  return { self: revision === 0 ? null : score.stars, superior: result.stars ?? review?.stars ?? null }
}

/** Steps of a problem taken after a day were still to come on it. */
function problemsOn(ledger: OpenLedger, year: number, asOf: PlainDate): YearbookInput['problems'] {
  const records = readDossiers(ledger, { kinds: ['inspectionFinding'] }).filter(({ date }) => date <= asOf)
  return problemsOfYear(problemsOf(records, asOf), year)
}

/** Everything the numbers of a year follow from. @throws AppError LEDGER_NOT_OPEN, NOT_FOUND before the branch is made */
export function yearbookInput(core: Core, year: number, span: YearbookSpan): YearbookInput {
  const ledger = core.session.require()
  const asOf = asOfSpan(year, span, today(core.clock))
  const history = readRosterHistory(ledger)
  const activities = readActivities(ledger, { year }).filter((activity) => isHeld({ ...activity, title: '' }, asOf))
  const dossiers = readDossiers(ledger, { year }).filter(({ date }) => date <= asOf)
  return {
    year,
    asOf,
    history,
    activities,
    dossiers,
    developmentCases: readDossiers(ledger, { kinds: ['developmentCase'] }),
    summary: summarizeYear(rulesOf(ledger), year, engineInput(ledger, [year], asOf), readOwnRules(ledger).overrides),
    attendance: attendanceReport(activities, history, year, { today: asOf }),
    hours: yearHours(core, year, asOf).lines,
    tasks: tasksOf(
      dossiers.filter(({ kind }) => taskKinds.some((each) => each === kind)),
      asOf,
    ),
    problems: problemsOn(ledger, year, asOf),
    stars: starsOf(core, year, span),
  }
}
