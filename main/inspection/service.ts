import { dayWords, isRestDay } from '#shared/calendar/labels.ts'
import { dayOf } from '#shared/calendar/working-days.ts'
import type { DocumentFormat } from '#shared/documents/contract.ts'
import { inspect } from '#shared/inspection/inspect.ts'
import type { Inspection } from '#shared/inspection/schema.ts'
import { inspectionSheet } from '#shared/inspection/sheet.ts'
import { readActivities } from '../activities/read.ts'
import { readBranch } from '../branch/read.ts'
import { workingDaysOf } from '../calendar/table.ts'
import type { Core } from '../core.ts'
import { makeDocument } from '../documents/service.ts'
import { summarizeYear } from '../obligations/service.ts'
import { today } from '../platform/clock.ts'
import { problemsOfYear, readProblems } from '../rectification/read.ts'
import { readTasks } from '../tasks/read.ts'

/** 迎检自查 of a year as of today. @throws AppError LEDGER_NOT_OPEN, NOT_FOUND before the branch is made */
export function inspectYear(core: Core, year: number): Inspection {
  const ledger = core.session.require()
  const now = today(core.clock)
  const workingDays = workingDaysOf(ledger)
  return inspect({
    activities: readActivities(ledger, { year }),
    earlier: readActivities(ledger, { year: year - 1 }),
    summary: summarizeYear(ledger, year, core.clock),
    tasks: readTasks(ledger, [year], now),
    problems: problemsOfYear(readProblems(ledger, now), year),
    today: now,
    restDayWords: (date) => {
      const day = dayOf(workingDays, date)
      return isRestDay(day) ? dayWords(day) : null
    },
  })
}

/** The same as a sheet in the outbox. @throws AppError as `inspectYear`; BROWSER_NOT_FOUND and PRINT_FAILED for PDF */
export function makeInspectionSheet(core: Core, year: number, format: DocumentFormat) {
  const model = inspectionSheet(inspectYear(core, year), readBranch(core.session.require()))
  return makeDocument(core, model, { style: 'official', fonts: 'office', format })
}
