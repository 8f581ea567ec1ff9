import type { PlainDate } from '#shared/kernel/dates.ts'
import type { EngineInput } from '#shared/obligations/records.ts'
import { dayOfYear } from '#shared/obligations/standing.ts'
import { safeName } from '#shared/packs/names.ts'
import { cadreHours, cadreStanding } from '#shared/study/cadre.ts'
import type { HourReport } from '#shared/study/contract.ts'
import { showsShortfall, studyHours } from '#shared/study/hours.ts'
import { readBranch } from '../branch/read.ts'
import type { Core } from '../core.ts'
import { engineInput } from '../obligations/input.ts'
import { today } from '../platform/clock.ts'
import { studyGuidance } from './guidance.ts'
import { guidanceTableXlsx } from './guidance-table.ts'
import { hourTableXlsx } from './hour-table.ts'
import { type Targets, targetsOf } from './targets.ts'

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The same from what has been read already. */
export function hourReport(year: number, read: Omit<EngineInput, 'table'>, targets: Targets): HourReport {
  const input = { ...read, dossiers: read.dossiers ?? [] }
  const cadre = new Map(cadreHours(year, dayOfYear(year, input.today), input).map((line) => [line.personId, line]))
  const lines = studyHours(year, { ...input, targets })
  return {
    year,
    asOf: input.today,
    showsShortfall: showsShortfall(year, input.today),
    asksCadreHours: Object.values(targets.cadre).some((target) => target !== null),
    lines: lines.map((line) => {
      const own = cadre.get(line.personId)
      const standing = own ? cadreStanding(own, year, targets.cadre) : null
      return {
        ...line,
        hours: { ...line.hours },
        entries: [...line.entries],
        cadre: standing && { ...standing, entries: [...standing.entries] },
      }
    }),
  }
}

/** 学时统计 of a year, as of today or an earlier day. @throws AppError LEDGER_NOT_OPEN, NOT_FOUND before the branch is made */
export function yearHours(core: Core, year: number, asOf: PlainDate = today(core.clock)): HourReport {
  const ledger = core.session.require()
  return hourReport(year, engineInput(ledger, [year], asOf), targetsOf(ledger, year))
}

const putXlsx = (core: Core, title: string, content: Uint8Array) =>
  core.outbox.put({ fileName: safeName(`${title}.xlsx`), mediaType: xlsxType, content })

/** The same as XLSX in the outbox. @throws AppError as `yearHours` */
export async function makeHourTable(core: Core, year: number) {
  const branch = readBranch(core.session.require())
  return putXlsx(core, `${branch.shortName}${year}年党员学时统计表`, await hourTableXlsx(yearHours(core, year), branch))
}

/** 四学情况和分类指导 of a year as XLSX in the outbox. @throws AppError as `yearHours` */
export async function makeGuidanceTable(core: Core, year: number) {
  const branch = readBranch(core.session.require())
  const content = await guidanceTableXlsx(studyGuidance(core, year), { year, asOf: today(core.clock), branch })
  return putXlsx(core, `${branch.shortName}${year}年四学情况和分类指导统计表`, content)
}
